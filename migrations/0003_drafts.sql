CREATE TABLE "drafts" (
	"workspace_id" text NOT NULL,
	"draft_id" text NOT NULL,
	"kind" text NOT NULL,
	"payload" json NOT NULL,
	"made_by" text NOT NULL,
	"made_at" timestamp(3) with time zone NOT NULL,
	"decision" text,
	"decided_by" text,
	"decided_at" timestamp(3) with time zone,
	CONSTRAINT "drafts_workspace_id_draft_id_pk" PRIMARY KEY("workspace_id","draft_id"),
	CONSTRAINT "drafts_kind_check" CHECK ("drafts"."kind" in ('import', 'card')),
	CONSTRAINT "drafts_decision_check" CHECK ("drafts"."decision" in ('accepted', 'dropped')),
	CONSTRAINT "drafts_decided_check" CHECK (("drafts"."decision" is null) = ("drafts"."decided_at" is null) and ("drafts"."decision" is null) = ("drafts"."decided_by" is null))
);
--> statement-breakpoint
CREATE TABLE "editors" (
	"workspace_id" text NOT NULL,
	"learner_id" text NOT NULL,
	"named_by" text NOT NULL,
	"named_at" timestamp(3) with time zone NOT NULL,
	CONSTRAINT "editors_workspace_id_learner_id_pk" PRIMARY KEY("workspace_id","learner_id")
);
--> statement-breakpoint
ALTER TABLE "drafts" ADD CONSTRAINT "drafts_workspace_id_workspaces_workspace_id_fk" FOREIGN KEY ("workspace_id") REFERENCES "public"."workspaces"("workspace_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "editors" ADD CONSTRAINT "editors_learner_fk" FOREIGN KEY ("workspace_id","learner_id") REFERENCES "public"."learners"("workspace_id","learner_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "drafts_open_idx" ON "drafts" USING btree ("workspace_id","kind","made_at") WHERE "drafts"."decision" is null;