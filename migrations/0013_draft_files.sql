CREATE TABLE "draft_files" (
	"workspace_id" text NOT NULL,
	"draft_id" text NOT NULL,
	"slice" integer NOT NULL,
	"bytes" "bytea" NOT NULL,
	CONSTRAINT "draft_files_workspace_id_draft_id_slice_pk" PRIMARY KEY("workspace_id","draft_id","slice")
);
--> statement-breakpoint
ALTER TABLE "draft_files" ADD CONSTRAINT "draft_files_draft_fk" FOREIGN KEY ("workspace_id","draft_id") REFERENCES "public"."drafts"("workspace_id","draft_id") ON DELETE no action ON UPDATE no action;