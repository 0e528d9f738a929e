CREATE TABLE "model_usage" (
	"workspace_id" text NOT NULL,
	"used_on" date NOT NULL,
	"purpose" text NOT NULL,
	"used_tokens" bigint NOT NULL,
	"reserved_tokens" bigint NOT NULL,
	CONSTRAINT "model_usage_workspace_id_used_on_purpose_pk" PRIMARY KEY("workspace_id","used_on","purpose"),
	CONSTRAINT "model_usage_purpose_check" CHECK ("model_usage"."purpose" in ('answers', 'embeddings')),
	CONSTRAINT "model_usage_tokens_check" CHECK ("model_usage"."used_tokens" >= 0 and "model_usage"."reserved_tokens" >= 0)
);
--> statement-breakpoint
CREATE TABLE "passage_vectors" (
	"workspace_id" text NOT NULL,
	"model" text NOT NULL,
	"content_hash" text NOT NULL,
	"vector" "bytea" NOT NULL,
	"made_at" timestamp(3) with time zone NOT NULL,
	CONSTRAINT "passage_vectors_workspace_id_model_content_hash_pk" PRIMARY KEY("workspace_id","model","content_hash")
);
--> statement-breakpoint
ALTER TABLE "model_usage" ADD CONSTRAINT "model_usage_workspace_id_workspaces_workspace_id_fk" FOREIGN KEY ("workspace_id") REFERENCES "public"."workspaces"("workspace_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "passage_vectors" ADD CONSTRAINT "passage_vectors_workspace_id_workspaces_workspace_id_fk" FOREIGN KEY ("workspace_id") REFERENCES "public"."workspaces"("workspace_id") ON DELETE no action ON UPDATE no action;