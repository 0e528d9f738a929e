CREATE TABLE "conversations" (
	"workspace_id" text NOT NULL,
	"conversation" text NOT NULL,
	"learner_id" text NOT NULL,
	"subject" text NOT NULL,
	"question" text NOT NULL,
	"asked_at" timestamp(3) with time zone NOT NULL,
	CONSTRAINT "conversations_workspace_id_conversation_pk" PRIMARY KEY("workspace_id","conversation")
);
--> statement-breakpoint
ALTER TABLE "learners" ADD COLUMN "managed_at" timestamp(3) with time zone;--> statement-breakpoint
ALTER TABLE "questions" ADD COLUMN "raised_at" timestamp(3) with time zone;--> statement-breakpoint
ALTER TABLE "conversations" ADD CONSTRAINT "conversations_workspace_id_workspaces_workspace_id_fk" FOREIGN KEY ("workspace_id") REFERENCES "public"."workspaces"("workspace_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "conversations_asked_idx" ON "conversations" USING btree ("asked_at");--> statement-breakpoint
CREATE INDEX "questions_open_idx" ON "questions" USING btree ("asked_at") WHERE "questions"."gap" = 'open';