// Sums the runners' reports: `*.json` from vitest, `*.check` with the word passed or failed. Exits 1 for any failure.
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

const folder = process.argv[2];
const total = { passed: 0, failed: 0, skipped: 0 };

for (const file of readdirSync(folder).sort()) {
  const text = readFileSync(path.join(folder, file), 'utf8');
  const counts = file.endsWith('.json') ? fromVitest(JSON.parse(text)) : fromCheck(text.trim());
  for (const key of Object.keys(total)) total[key] += counts[key];
  console.log(`${file.replace(/\.(json|check)$/, '').padEnd(28)} ${line(counts)}`);
}
console.log(line(total));
process.exit(total.failed === 0 && total.passed > 0 ? 0 : 1);

function fromVitest(report) {
  // A file that breaks before its first test has no failed test, only a failed suite.
  const broken = report.testResults.filter(
    (result) => result.status === 'failed' && result.assertionResults.length === 0,
  );
  return {
    passed: report.numPassedTests,
    failed:
      report.numFailedTests + broken.length + (report.success || report.numFailedTests + broken.length > 0 ? 0 : 1),
    skipped: report.numPendingTests + report.numTodoTests,
  };
}

function fromCheck(word) {
  return { passed: word === 'passed' ? 1 : 0, failed: word === 'passed' ? 0 : 1, skipped: 0 };
}

function line({ passed, failed, skipped }) {
  return `${passed} passed, ${failed} failed, ${skipped} skipped`;
}
