CREATE TYPE "public"."capture_source" AS ENUM('text', 'forward', 'contact', 'people', 'vcard', 'csv', 'photo', 'voice');--> statement-breakpoint
CREATE TYPE "public"."capture_status" AS ENUM('reading', 'open', 'saved', 'cancelled');--> statement-breakpoint
CREATE TYPE "public"."proposal_status" AS ENUM('open', 'closed');--> statement-breakpoint
CREATE TYPE "public"."request_kind" AS ENUM('plan', 'review', 'draft');--> statement-breakpoint
CREATE TYPE "public"."request_stage" AS ENUM('waiting', 'writing', 'repairing', 'retrying');--> statement-breakpoint
CREATE TYPE "public"."step_channel" AS ENUM('telegram', 'email', 'call', 'linkedin', 'meeting', 'other');--> statement-breakpoint
ALTER TYPE "public"."activity_kind" ADD VALUE 'merged';--> statement-breakpoint
ALTER TYPE "public"."activity_kind" ADD VALUE 'reviewed';--> statement-breakpoint
ALTER TYPE "public"."activity_kind" ADD VALUE 'reworded';--> statement-breakpoint
ALTER TYPE "public"."chat_message_kind" ADD VALUE 'capture';--> statement-breakpoint
ALTER TYPE "public"."chat_message_kind" ADD VALUE 'proposal';--> statement-breakpoint
ALTER TYPE "public"."request_status" ADD VALUE 'cancelled';--> statement-breakpoint
CREATE TABLE "captures" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"user_id" bigint NOT NULL,
	"source" "capture_source" NOT NULL,
	"status" "capture_status" NOT NULL,
	"raw" text DEFAULT '' NOT NULL,
	"file_id" text,
	"people" jsonb NOT NULL,
	"spoilt" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"attempts" integer DEFAULT 0 NOT NULL,
	"lease_until" timestamp with time zone,
	"last_error" text,
	"created_at" timestamp with time zone NOT NULL,
	"added_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "model_usage" (
	"day" date NOT NULL,
	"who" bigint NOT NULL,
	"calls" integer DEFAULT 0 NOT NULL,
	"tokens_in" integer DEFAULT 0 NOT NULL,
	"tokens_out" integer DEFAULT 0 NOT NULL,
	CONSTRAINT "model_usage_day_who_pk" PRIMARY KEY("day","who")
);
--> statement-breakpoint
CREATE TABLE "plan_templates" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"user_id" bigint NOT NULL,
	"based_on" text,
	"title" text NOT NULL,
	"fits" text DEFAULT '' NOT NULL,
	"steps" jsonb NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"updated_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "playbooks" (
	"user_id" bigint PRIMARY KEY NOT NULL,
	"sells" text DEFAULT '' NOT NULL,
	"audience" text DEFAULT '' NOT NULL,
	"tone" text DEFAULT '' NOT NULL,
	"rules" text DEFAULT '' NOT NULL,
	"examples" text[] DEFAULT '{}' NOT NULL,
	"updated_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "proposals" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"lead_id" uuid NOT NULL,
	"user_id" bigint NOT NULL,
	"because" text NOT NULL,
	"items" jsonb NOT NULL,
	"status" "proposal_status" DEFAULT 'open' NOT NULL,
	"created_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "chat_messages" ADD COLUMN "capture_id" uuid;--> statement-breakpoint
ALTER TABLE "chat_messages" ADD COLUMN "proposal_id" uuid;--> statement-breakpoint
ALTER TABLE "leads" ADD COLUMN "language" text;--> statement-breakpoint
ALTER TABLE "leads" ADD COLUMN "model_off" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "plan_requests" ADD COLUMN "kind" "request_kind" DEFAULT 'plan' NOT NULL;--> statement-breakpoint
ALTER TABLE "plan_requests" ADD COLUMN "step_id" uuid;--> statement-breakpoint
ALTER TABLE "plan_requests" ADD COLUMN "wish" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "plan_requests" ADD COLUMN "template" text;--> statement-breakpoint
ALTER TABLE "plan_requests" ADD COLUMN "stage" "request_stage" DEFAULT 'waiting' NOT NULL;--> statement-breakpoint
ALTER TABLE "plan_requests" ADD COLUMN "tried_since" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "plan_requests" ADD COLUMN "not_before" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "plan_steps" ADD COLUMN "channel" "step_channel";--> statement-breakpoint
ALTER TABLE "plans" ADD COLUMN "made_from" jsonb;--> statement-breakpoint
ALTER TABLE "users" ADD COLUMN "model_off" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "captures" ADD CONSTRAINT "captures_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "plan_templates" ADD CONSTRAINT "plan_templates_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "playbooks" ADD CONSTRAINT "playbooks_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "proposals" ADD CONSTRAINT "proposals_lead_id_leads_id_fk" FOREIGN KEY ("lead_id") REFERENCES "public"."leads"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "proposals" ADD CONSTRAINT "proposals_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "captures_user" ON "captures" USING btree ("user_id","created_at");--> statement-breakpoint
CREATE INDEX "captures_to_read" ON "captures" USING btree ("created_at") WHERE status = 'reading';--> statement-breakpoint
CREATE INDEX "captures_old" ON "captures" USING btree ("created_at");--> statement-breakpoint
CREATE INDEX "plan_templates_user" ON "plan_templates" USING btree ("user_id");--> statement-breakpoint
CREATE UNIQUE INDEX "plan_templates_one_instead" ON "plan_templates" USING btree ("user_id","based_on") WHERE based_on is not null;--> statement-breakpoint
CREATE UNIQUE INDEX "proposals_one_open" ON "proposals" USING btree ("lead_id") WHERE status = 'open';--> statement-breakpoint
CREATE INDEX "proposals_lead" ON "proposals" USING btree ("lead_id","created_at");--> statement-breakpoint
ALTER TABLE "plan_requests" ADD CONSTRAINT "plan_requests_step_id_plan_steps_id_fk" FOREIGN KEY ("step_id") REFERENCES "public"."plan_steps"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "chat_messages_capture" ON "chat_messages" USING btree ("capture_id") WHERE capture_id is not null;--> statement-breakpoint
CREATE INDEX "chat_messages_proposal" ON "chat_messages" USING btree ("proposal_id") WHERE proposal_id is not null;--> statement-breakpoint
CREATE INDEX "plan_requests_step" ON "plan_requests" USING btree ("step_id") WHERE step_id is not null;