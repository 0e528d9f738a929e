CREATE TABLE "room_files" (
	"workspace_id" text NOT NULL,
	"file_id" text NOT NULL,
	"only_for" text,
	"name" text NOT NULL,
	"bytes" "bytea" NOT NULL,
	"made_at" timestamp(3) with time zone NOT NULL,
	CONSTRAINT "room_files_workspace_id_file_id_pk" PRIMARY KEY("workspace_id","file_id")
);
--> statement-breakpoint
ALTER TABLE "cards" ADD COLUMN "notes_words" json;--> statement-breakpoint
ALTER TABLE "cards" ADD COLUMN "edited_by" text;--> statement-breakpoint
ALTER TABLE "cards" ADD COLUMN "edited_at" timestamp(3) with time zone;--> statement-breakpoint
ALTER TABLE "cards" ADD COLUMN "paused_by" text;--> statement-breakpoint
ALTER TABLE "cards" ADD COLUMN "paused_at" timestamp(3) with time zone;--> statement-breakpoint
CREATE INDEX "room_files_age_idx" ON "room_files" USING btree ("workspace_id","made_at");--> statement-breakpoint
ALTER TABLE "cards" ADD CONSTRAINT "cards_edit_check" CHECK (("cards"."edited_by" is null) = ("cards"."edited_at" is null) and ("cards"."edited_by" is null) = ("cards"."notes_words" is null));--> statement-breakpoint
ALTER TABLE "cards" ADD CONSTRAINT "cards_paused_by_check" CHECK (("cards"."paused_by" is null) = ("cards"."paused_at" is null));