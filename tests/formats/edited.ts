import { unzipSync, zipSync } from 'fflate';
import { startEngine } from '../../src/formats/sqlite/engine.js';

/** A package after every note's fields were changed in Anki. */
export async function editedInAnki(bytes: Uint8Array, expression: string): Promise<Uint8Array> {
  const files = unzipSync(bytes);
  const { oo1, capi, wasm } = await startEngine();
  const collection = files['collection.anki2'] ?? new Uint8Array();
  const database = new oo1.DB(':memory:');
  const data = wasm.allocFromTypedArray(collection);
  const flags = capi.SQLITE_DESERIALIZE_RESIZEABLE;
  database.checkRc(capi.sqlite3_deserialize(database, 'main', data, collection.length, collection.length, flags));
  database.exec(`update notes set flds = ${expression}`);
  return zipSync({ ...files, 'collection.anki2': capi.sqlite3_js_db_export(database) });
}
