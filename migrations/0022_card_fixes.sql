ALTER TABLE "drafts" DROP CONSTRAINT "drafts_kind_check";--> statement-breakpoint
ALTER TABLE "drafts" ADD CONSTRAINT "drafts_kind_check" CHECK ("drafts"."kind" in ('import', 'card', 'alias', 'fix'));