CREATE TABLE "folder_notes" (
	"workspace_id" text NOT NULL,
	"deck_id" text NOT NULL,
	"file" text NOT NULL,
	"content_hash" text,
	"draft_id" text,
	"news" integer,
	"seen_at" timestamp(3) with time zone NOT NULL,
	CONSTRAINT "folder_notes_workspace_id_deck_id_pk" PRIMARY KEY("workspace_id","deck_id")
);
--> statement-breakpoint
ALTER TABLE "drafts" ADD COLUMN "choices" jsonb;--> statement-breakpoint
ALTER TABLE "folder_notes" ADD CONSTRAINT "folder_notes_workspace_id_workspaces_workspace_id_fk" FOREIGN KEY ("workspace_id") REFERENCES "public"."workspaces"("workspace_id") ON DELETE no action ON UPDATE no action;