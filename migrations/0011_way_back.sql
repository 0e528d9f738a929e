ALTER TABLE "deck_changes" DROP CONSTRAINT "deck_changes_kind_check";--> statement-breakpoint
ALTER TABLE "deck_changes" DROP CONSTRAINT "deck_changes_before_check";--> statement-breakpoint
ALTER TABLE "aliases" ADD COLUMN "forgotten_at" timestamp(3) with time zone;--> statement-breakpoint
ALTER TABLE "deck_changes" ADD CONSTRAINT "deck_changes_kind_check" CHECK ("deck_changes"."kind" in ('change', 'undo', 'redo'));--> statement-breakpoint
ALTER TABLE "deck_changes" ADD CONSTRAINT "deck_changes_before_check" CHECK (case "deck_changes"."kind" when 'change' then "deck_changes"."before" is not null when 'redo' then "deck_changes"."before" is null else true end);