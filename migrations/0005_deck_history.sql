CREATE TABLE "deck_changes" (
	"workspace_id" text NOT NULL,
	"deck_id" text NOT NULL,
	"version" integer NOT NULL,
	"kind" text NOT NULL,
	"by" text,
	"by_learner_id" text,
	"applied_at" timestamp(3) with time zone NOT NULL,
	"added" integer NOT NULL,
	"changed" integer NOT NULL,
	"removed" integer NOT NULL,
	"content_hash" text NOT NULL,
	"undone_by" integer,
	"before" json,
	CONSTRAINT "deck_changes_workspace_id_deck_id_version_pk" PRIMARY KEY("workspace_id","deck_id","version"),
	CONSTRAINT "deck_changes_kind_check" CHECK ("deck_changes"."kind" in ('change', 'undo')),
	CONSTRAINT "deck_changes_by_check" CHECK ("deck_changes"."by" in ('learner', 'cli', 'start')),
	CONSTRAINT "deck_changes_learner_check" CHECK (("deck_changes"."by" is not distinct from 'learner') = ("deck_changes"."by_learner_id" is not null)),
	CONSTRAINT "deck_changes_before_check" CHECK (("deck_changes"."kind" = 'change') = ("deck_changes"."before" is not null)),
	CONSTRAINT "deck_changes_undone_check" CHECK ("deck_changes"."undone_by" > "deck_changes"."version")
);
--> statement-breakpoint
ALTER TABLE "deck_changes" ADD CONSTRAINT "deck_changes_deck_fk" FOREIGN KEY ("workspace_id","deck_id") REFERENCES "public"."decks"("workspace_id","deck_id") ON DELETE no action ON UPDATE no action;