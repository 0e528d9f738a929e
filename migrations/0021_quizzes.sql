CREATE TABLE "quiz_events" (
	"workspace_id" text NOT NULL,
	"quiz_id" text NOT NULL,
	"number" integer NOT NULL,
	"key" text NOT NULL,
	"kind" text NOT NULL,
	"at" timestamp(3) with time zone NOT NULL,
	"learner_id" text,
	"round" integer,
	"until" timestamp(3) with time zone,
	"team" text,
	"answer" text,
	"verdict" text,
	"proof" text,
	CONSTRAINT "quiz_events_workspace_id_quiz_id_number_pk" PRIMARY KEY("workspace_id","quiz_id","number"),
	CONSTRAINT "quiz_events_number_check" CHECK ("quiz_events"."number" >= 1),
	CONSTRAINT "quiz_events_kind_check" CHECK ("quiz_events"."kind" in ('joined', 'started', 'asked', 'answered', 'hinted', 'revealed', 'ended')),
	CONSTRAINT "quiz_events_answer_check" CHECK (("quiz_events"."kind" = 'answered') = (num_nulls("quiz_events"."answer", "quiz_events"."verdict", "quiz_events"."proof") = 0)),
	CONSTRAINT "quiz_events_person_check" CHECK ("quiz_events"."kind" in ('started', 'ended') or
        ("quiz_events"."kind" in ('joined', 'answered', 'hinted')) = ("quiz_events"."learner_id" is not null)),
	CONSTRAINT "quiz_events_round_check" CHECK (("quiz_events"."kind" in ('asked', 'answered', 'hinted', 'revealed')) = ("quiz_events"."round" is not null))
);
--> statement-breakpoint
CREATE TABLE "quizzes" (
	"workspace_id" text NOT NULL,
	"quiz_id" text NOT NULL,
	"place" text NOT NULL,
	"channel" json NOT NULL,
	"mode" text NOT NULL,
	"language" text NOT NULL,
	"deck_name" text,
	"host" text NOT NULL,
	"questions" json NOT NULL,
	"created_at" timestamp(3) with time zone NOT NULL,
	"due_at" timestamp(3) with time zone,
	"lease_until" timestamp(3) with time zone,
	"shown_stage" text,
	"shown_at" timestamp(3) with time zone NOT NULL,
	"shown_events" integer DEFAULT 0 NOT NULL,
	"ended_at" timestamp(3) with time zone,
	CONSTRAINT "quizzes_workspace_id_quiz_id_pk" PRIMARY KEY("workspace_id","quiz_id"),
	CONSTRAINT "quizzes_mode_check" CHECK ("quizzes"."mode" in ('classic', 'sudden', 'teams', 'day'))
);
--> statement-breakpoint
ALTER TABLE "quiz_events" ADD CONSTRAINT "quiz_events_quiz_fk" FOREIGN KEY ("workspace_id","quiz_id") REFERENCES "public"."quizzes"("workspace_id","quiz_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "quiz_events" ADD CONSTRAINT "quiz_events_learner_fk" FOREIGN KEY ("workspace_id","learner_id") REFERENCES "public"."learners"("workspace_id","learner_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "quizzes" ADD CONSTRAINT "quizzes_host_fk" FOREIGN KEY ("workspace_id","host") REFERENCES "public"."learners"("workspace_id","learner_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "quiz_events_key_key" ON "quiz_events" USING btree ("workspace_id","quiz_id","key");--> statement-breakpoint
CREATE UNIQUE INDEX "quizzes_place_key" ON "quizzes" USING btree ("workspace_id","place") WHERE "quizzes"."ended_at" is null;--> statement-breakpoint
CREATE INDEX "quizzes_due_idx" ON "quizzes" USING btree ("due_at") WHERE "quizzes"."due_at" is not null;--> statement-breakpoint
CREATE INDEX "quizzes_ended_idx" ON "quizzes" USING btree ("ended_at");