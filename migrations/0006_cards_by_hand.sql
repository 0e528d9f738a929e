ALTER TABLE "cards" ADD COLUMN "notes_words" json;--> statement-breakpoint
ALTER TABLE "cards" ADD COLUMN "edited_by" text;--> statement-breakpoint
ALTER TABLE "cards" ADD COLUMN "edited_at" timestamp(3) with time zone;--> statement-breakpoint
ALTER TABLE "cards" ADD COLUMN "paused_by" text;--> statement-breakpoint
ALTER TABLE "cards" ADD COLUMN "paused_at" timestamp(3) with time zone;--> statement-breakpoint
ALTER TABLE "cards" ADD CONSTRAINT "cards_edit_check" CHECK (("cards"."edited_by" is null) = ("cards"."edited_at" is null) and ("cards"."edited_by" is null) = ("cards"."notes_words" is null));--> statement-breakpoint
ALTER TABLE "cards" ADD CONSTRAINT "cards_paused_by_check" CHECK (("cards"."paused_by" is null) = ("cards"."paused_at" is null));