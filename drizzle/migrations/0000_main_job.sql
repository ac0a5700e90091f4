CREATE TYPE "public"."activity_kind" AS ENUM('created', 'note', 'plan', 'added', 'removed', 'done', 'skipped', 'reopened', 'snoozed', 'status', 'edited');--> statement-breakpoint
CREATE TYPE "public"."chat_message_kind" AS ENUM('reminder', 'plan', 'nudge');--> statement-breakpoint
CREATE TYPE "public"."due_source" AS ENUM('delay_days', 'timing', 'default', 'person');--> statement-breakpoint
CREATE TYPE "public"."lead_status" AS ENUM('new', 'contacted', 'meeting', 'proposal', 'won', 'lost');--> statement-breakpoint
CREATE TYPE "public"."reminder_status" AS ENUM('pending', 'sending', 'sent', 'unconfirmed', 'held', 'failed', 'done', 'skipped', 'cancelled');--> statement-breakpoint
CREATE TYPE "public"."request_status" AS ENUM('pending', 'working', 'done', 'failed');--> statement-breakpoint
CREATE TYPE "public"."step_status" AS ENUM('open', 'done', 'skipped');--> statement-breakpoint
CREATE TABLE "activities" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"lead_id" uuid NOT NULL,
	"user_id" bigint NOT NULL,
	"step_id" uuid,
	"kind" "activity_kind" NOT NULL,
	"text" text DEFAULT '' NOT NULL,
	"at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "chat_messages" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"user_id" bigint NOT NULL,
	"chat_id" bigint NOT NULL,
	"message_id" bigint NOT NULL,
	"kind" "chat_message_kind" NOT NULL,
	"lead_id" uuid,
	"step_id" uuid,
	"sent_at" timestamp with time zone NOT NULL,
	"revision" integer DEFAULT 1 NOT NULL,
	"shown" integer DEFAULT 0 NOT NULL,
	CONSTRAINT "chat_messages_message" UNIQUE("chat_id","message_id")
);
--> statement-breakpoint
CREATE TABLE "leads" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"user_id" bigint NOT NULL,
	"name" text NOT NULL,
	"company" text,
	"role" text,
	"telegram" text,
	"email" text,
	"phone" text,
	"source" text,
	"notes" text DEFAULT '' NOT NULL,
	"status" "lead_status" DEFAULT 'new' NOT NULL,
	"last_activity_at" timestamp with time zone NOT NULL,
	"last_nudged_at" timestamp with time zone,
	"created_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "plan_requests" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"lead_id" uuid NOT NULL,
	"status" "request_status" DEFAULT 'pending' NOT NULL,
	"attempts" integer DEFAULT 0 NOT NULL,
	"lease_until" timestamp with time zone,
	"last_error" text,
	"created_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "plan_steps" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"plan_id" uuid NOT NULL,
	"lead_id" uuid NOT NULL,
	"position" integer NOT NULL,
	"title" text NOT NULL,
	"why" text DEFAULT '' NOT NULL,
	"draft" text DEFAULT '' NOT NULL,
	"delay_days" integer,
	"timing" text DEFAULT '' NOT NULL,
	"due_source" "due_source" NOT NULL,
	"keeps_hour" boolean DEFAULT false NOT NULL,
	"due_local" text NOT NULL,
	"time_zone" text NOT NULL,
	"due_at" timestamp with time zone NOT NULL,
	"status" "step_status" DEFAULT 'open' NOT NULL,
	"settled_at" timestamp with time zone,
	"created_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "plans" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"lead_id" uuid NOT NULL,
	"title" text NOT NULL,
	"drafted_by" text NOT NULL,
	"started_at" timestamp with time zone NOT NULL,
	CONSTRAINT "plans_lead_id_unique" UNIQUE("lead_id")
);
--> statement-breakpoint
CREATE TABLE "processed_updates" (
	"update_id" bigint PRIMARY KEY NOT NULL,
	"at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "scheduled_reminders" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"step_id" uuid NOT NULL,
	"lead_id" uuid NOT NULL,
	"user_id" bigint NOT NULL,
	"chat_id" bigint NOT NULL,
	"due_at" timestamp with time zone NOT NULL,
	"snoozed_at" timestamp with time zone,
	"status" "reminder_status" DEFAULT 'pending' NOT NULL,
	"attempts" integer DEFAULT 0 NOT NULL,
	"retry_at" timestamp with time zone,
	"last_reminded_at" timestamp with time zone,
	"message_id" bigint,
	"last_error" text,
	CONSTRAINT "scheduled_reminders_step_id_unique" UNIQUE("step_id")
);
--> statement-breakpoint
CREATE TABLE "users" (
	"id" bigint PRIMARY KEY NOT NULL,
	"chat_id" bigint NOT NULL,
	"first_name" text NOT NULL,
	"username" text,
	"language" text,
	"time_zone" text,
	"reminder_hour" integer DEFAULT 9 NOT NULL,
	"unreachable_at" timestamp with time zone,
	"created_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "activities" ADD CONSTRAINT "activities_lead_id_leads_id_fk" FOREIGN KEY ("lead_id") REFERENCES "public"."leads"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "activities" ADD CONSTRAINT "activities_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "activities" ADD CONSTRAINT "activities_step_id_plan_steps_id_fk" FOREIGN KEY ("step_id") REFERENCES "public"."plan_steps"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "chat_messages" ADD CONSTRAINT "chat_messages_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "chat_messages" ADD CONSTRAINT "chat_messages_lead_id_leads_id_fk" FOREIGN KEY ("lead_id") REFERENCES "public"."leads"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "chat_messages" ADD CONSTRAINT "chat_messages_step_id_plan_steps_id_fk" FOREIGN KEY ("step_id") REFERENCES "public"."plan_steps"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "leads" ADD CONSTRAINT "leads_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "plan_requests" ADD CONSTRAINT "plan_requests_lead_id_leads_id_fk" FOREIGN KEY ("lead_id") REFERENCES "public"."leads"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "plan_steps" ADD CONSTRAINT "plan_steps_plan_id_plans_id_fk" FOREIGN KEY ("plan_id") REFERENCES "public"."plans"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "plan_steps" ADD CONSTRAINT "plan_steps_lead_id_leads_id_fk" FOREIGN KEY ("lead_id") REFERENCES "public"."leads"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "plans" ADD CONSTRAINT "plans_lead_id_leads_id_fk" FOREIGN KEY ("lead_id") REFERENCES "public"."leads"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "scheduled_reminders" ADD CONSTRAINT "scheduled_reminders_step_id_plan_steps_id_fk" FOREIGN KEY ("step_id") REFERENCES "public"."plan_steps"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "scheduled_reminders" ADD CONSTRAINT "scheduled_reminders_lead_id_leads_id_fk" FOREIGN KEY ("lead_id") REFERENCES "public"."leads"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "scheduled_reminders" ADD CONSTRAINT "scheduled_reminders_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "activities_lead" ON "activities" USING btree ("lead_id","at");--> statement-breakpoint
CREATE INDEX "activities_step" ON "activities" USING btree ("step_id");--> statement-breakpoint
CREATE INDEX "chat_messages_stale" ON "chat_messages" USING btree ("sent_at") WHERE shown < revision;--> statement-breakpoint
CREATE INDEX "chat_messages_lead" ON "chat_messages" USING btree ("lead_id");--> statement-breakpoint
CREATE INDEX "chat_messages_step" ON "chat_messages" USING btree ("step_id");--> statement-breakpoint
CREATE INDEX "leads_user" ON "leads" USING btree ("user_id");--> statement-breakpoint
CREATE INDEX "leads_open_by_activity" ON "leads" USING btree ("last_activity_at") WHERE status not in ('won', 'lost');--> statement-breakpoint
CREATE UNIQUE INDEX "plan_requests_one_open" ON "plan_requests" USING btree ("lead_id") WHERE status in ('pending', 'working');--> statement-breakpoint
CREATE INDEX "plan_requests_open" ON "plan_requests" USING btree ("created_at") WHERE status in ('pending', 'working');--> statement-breakpoint
CREATE INDEX "plan_requests_lead" ON "plan_requests" USING btree ("lead_id","created_at");--> statement-breakpoint
CREATE INDEX "plan_steps_lead" ON "plan_steps" USING btree ("lead_id","position");--> statement-breakpoint
CREATE INDEX "plan_steps_open_by_due" ON "plan_steps" USING btree ("lead_id","due_at") WHERE status = 'open';--> statement-breakpoint
CREATE INDEX "processed_updates_at" ON "processed_updates" USING btree ("at");--> statement-breakpoint
CREATE INDEX "reminders_pending_by_due" ON "scheduled_reminders" USING btree ("due_at") WHERE status = 'pending';--> statement-breakpoint
CREATE INDEX "reminders_in_flight" ON "scheduled_reminders" USING btree ("last_reminded_at") WHERE status in ('sending', 'unconfirmed');--> statement-breakpoint
CREATE INDEX "reminders_lead" ON "scheduled_reminders" USING btree ("lead_id");--> statement-breakpoint
CREATE INDEX "reminders_user" ON "scheduled_reminders" USING btree ("user_id","status");