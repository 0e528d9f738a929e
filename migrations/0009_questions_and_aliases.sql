CREATE TABLE "aliases" (
	"workspace_id" text NOT NULL,
	"folded" text NOT NULL,
	"alias" text NOT NULL,
	"meaning" text NOT NULL,
	"taught_at" timestamp(3) with time zone NOT NULL,
	CONSTRAINT "aliases_workspace_id_folded_pk" PRIMARY KEY("workspace_id","folded")
);
--> statement-breakpoint
CREATE TABLE "question_people" (
	"workspace_id" text NOT NULL,
	"question_id" text NOT NULL,
	"learner_id" text NOT NULL,
	"waits" boolean NOT NULL,
	"helped" boolean,
	"wants_message" boolean NOT NULL,
	"asked_at" timestamp(3) with time zone NOT NULL,
	CONSTRAINT "question_people_workspace_id_question_id_learner_id_pk" PRIMARY KEY("workspace_id","question_id","learner_id")
);
--> statement-breakpoint
CREATE TABLE "questions" (
	"workspace_id" text NOT NULL,
	"question_id" text NOT NULL,
	"text" text NOT NULL,
	"asked" integer NOT NULL,
	"missed" integer NOT NULL,
	"passage_id" text,
	"gap" text NOT NULL,
	"asked_at" timestamp(3) with time zone NOT NULL,
	CONSTRAINT "questions_workspace_id_question_id_pk" PRIMARY KEY("workspace_id","question_id"),
	CONSTRAINT "questions_gap_check" CHECK ("questions"."gap" in ('none', 'open', 'answered', 'dropped')),
	CONSTRAINT "questions_asked_check" CHECK ("questions"."asked" >= "questions"."missed" and "questions"."missed" >= 0)
);
--> statement-breakpoint
ALTER TABLE "drafts" DROP CONSTRAINT "drafts_kind_check";--> statement-breakpoint
ALTER TABLE "passages" ADD COLUMN "source_url" text;--> statement-breakpoint
ALTER TABLE "aliases" ADD CONSTRAINT "aliases_workspace_id_workspaces_workspace_id_fk" FOREIGN KEY ("workspace_id") REFERENCES "public"."workspaces"("workspace_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "question_people" ADD CONSTRAINT "question_people_question_fk" FOREIGN KEY ("workspace_id","question_id") REFERENCES "public"."questions"("workspace_id","question_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "question_people" ADD CONSTRAINT "question_people_learner_fk" FOREIGN KEY ("workspace_id","learner_id") REFERENCES "public"."learners"("workspace_id","learner_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "questions" ADD CONSTRAINT "questions_workspace_id_workspaces_workspace_id_fk" FOREIGN KEY ("workspace_id") REFERENCES "public"."workspaces"("workspace_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "question_people_message_idx" ON "question_people" USING btree ("asked_at") WHERE "question_people"."wants_message";--> statement-breakpoint
CREATE INDEX "question_people_waiting_idx" ON "question_people" USING btree ("workspace_id","learner_id") WHERE "question_people"."waits";--> statement-breakpoint
CREATE INDEX "questions_gaps_idx" ON "questions" USING btree ("workspace_id","missed") WHERE "questions"."gap" = 'open';--> statement-breakpoint
ALTER TABLE "drafts" ADD CONSTRAINT "drafts_kind_check" CHECK ("drafts"."kind" in ('import', 'card', 'alias'));