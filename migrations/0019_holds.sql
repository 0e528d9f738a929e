CREATE TABLE "holds" (
	"workspace_id" text NOT NULL,
	"learner_id" text NOT NULL,
	"card_id" text NOT NULL,
	"until" date,
	"held_at" timestamp(3) with time zone NOT NULL,
	CONSTRAINT "holds_workspace_id_learner_id_card_id_pk" PRIMARY KEY("workspace_id","learner_id","card_id")
);
--> statement-breakpoint
ALTER TABLE "holds" ADD CONSTRAINT "holds_learner_fk" FOREIGN KEY ("workspace_id","learner_id") REFERENCES "public"."learners"("workspace_id","learner_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "holds" ADD CONSTRAINT "holds_card_fk" FOREIGN KEY ("workspace_id","card_id") REFERENCES "public"."cards"("workspace_id","card_id") ON DELETE no action ON UPDATE no action;