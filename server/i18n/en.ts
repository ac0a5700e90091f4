/**
 * Every text the bot sends, as Markdown with ICU placeholders (unicode-org.github.io/icu, "Formatting Messages").
 * Values are put in as literal text by telegram/say.ts, whatever characters they hold.
 */
export const en = {
  'start.greeting': `👋 **Hi {name}, I am Followthrough.**

1️⃣ Tell me who you met: I draft a plan of follow-ups.
2️⃣ When a step is due, I remind you, with a message ready to send.
3️⃣ Done, snooze or skip, here or in the app: both always agree.
4️⃣ When a lead goes quiet, I nudge you. Nothing you promised gets lost.

Try it: \`/add Anna Petrova, CTO at Acme, met at the fair, wants a demo\``,

  help: `**What I understand**

/add – a new lead: name, role at company, what they want
/today – what to do now
/leads – all leads, the next step first
/snoozed – what you put off, and until when
/settings – your hours, days and reminders
/timezone – where you are
/away – days off: nothing is sent, plans move behind them
/export – everything you have here, as files
/help – this list

Reply to a reminder to add a note to its lead. Anything else you send me about somebody becomes a card to confirm: a forwarded message, a contact, a pasted signature, a vCard or CSV file.`,

  'add.prompt': `**Who is it?** Answer with a line like
_Anna Petrova, CTO at Acme, met at the fair, wants a demo_`,
  'add.noName': 'I could not find a name in that. Start with it: _Anna Petrova, CTO at Acme, wants a demo_',
  'add.offer': 'Add **{name}** as a lead?',
  'add.cancelled': 'All right, nothing was added.',
  'add.lostText': 'I can no longer see the text. Please send it again.',

  'capture.unnamed': '❓ **Who is it?**',
  'capture.contacts': '{contacts}',
  'capture.source': '_{source}_',
  'capture.note': '> {note}',
  'capture.closer': '🔎 _Looking closer…_',
  'capture.readingPhoto': '👀 _Looking at the picture…_',
  'capture.readingVoice': '👂 _Listening…_',
  'capture.album': 'Of an album I look at the first picture. Send the others one by one.',
  'capture.here':
    '⚠️ Already here: {lead} _({by, select, telegram {the same Telegram name} phone {the same phone number} email {the same e-mail address} other {the same name}})_',
  'capture.problem': '⚠️ {problem}.',
  'capture.of': '_{place} of {count}_',
  'capture.many': '📇 **{count, plural, one {# person} other {# people}}**',
  'capture.counts':
    '{fresh} new{known, plural, =0 {} other {, # already here}}{stuck, plural, =0 {} other {, # to put right}}{spoilt, plural, =0 {} one {, # row cannot be read} other {, # rows cannot be read}}',
  'capture.line': '{place}. {who}',
  'capture.lineHere': '{place}. {who} · _already here_',
  'capture.lineStuck': '{place}. {who} · _⚠️ {problem}_',
  'capture.lineSaved': '{place}. ✅ {who}',
  'capture.lineMerged': '{place}. 🔗 {who}',
  'capture.lineLeft': '{place}. ➖ ~~{who}~~',
  'capture.more': '… and {count} more',
  'capture.spoilt': 'line {line}: {problem}',
  'capture.noPlans':
    'Plans can be drafted for {count} people at once, so these are saved without. Ask for a plan on each lead.',
  'capture.allHere': 'Everybody here is a lead already: saving adds nothing.',
  'capture.saved': '✅ {lead}\nSaved as a lead.',
  'capture.merged':
    '🔗 {lead}\n{nothing, select, yes {Everything was there already: nothing was added.} other {Merged. Added: {added}.}}',
  'capture.settled':
    '✅ **{saved, plural, =0 {Nobody new was saved} one {# lead was saved} other {# leads were saved}}**{merged, plural, =0 {} other {, # merged}}{left, plural, =0 {} other {, # left out}}.',
  'capture.gone': '_This card is gone: nobody decided about it for a month. Send me the contact again._',
  'capture.failedLimit':
    '⚠️ The model has no reading left for today, so this is what I could tell without it.',
  'capture.failedNobody': '⚠️ I found nobody in it. Send me the name as text, or forward a message.',
  'capture.failedGone': '⚠️ Telegram no longer gives me that file. Please send it again.',
  'capture.failedPlain': '⚠️ The model could not read it. Send me the name as text, or try again later.',
  'capture.failedClosely': '⚠️ The model could not look closer, so this is what I could tell without it.',
  'capture.ask': '✏️ Who is it? Answer with what is right, such as _Anna Petrova, CTO at Acme, wants a demo_',
  'capture.askAgain': '{problem}. Nothing was changed. Who is it?',
  'capture.edited': '✏️ Changed: {lead}',
  'capture.decidedAlready': 'This was decided already. Nothing was changed.',
  'capture.pick': 'Whom shall I add? Press the button below the text field.',
  'capture.noPeople': 'Nobody was picked, so nothing was added.',
  'capture.takes':
    'I take forwarded messages, contacts, pasted text, vCard and CSV files{sees, select, yes {, photos} other {}}{hears, select, yes {, voice notes} other {}}.',
  'capture.noPhoto':
    'I cannot look at pictures{off, select, yes {, for you have switched the model off} other { here}}.\n\n{takes}',
  'capture.noVoice':
    'I cannot listen to voice notes{off, select, yes {, for you have switched the model off} other { here}}.\n\n{takes}',
  'capture.tooBig': 'That file is larger than 5 MB. Send me a smaller one, or a part of it.',
  'capture.file.gone': 'I could not get that file from Telegram. Please send it again.',
  'capture.file.empty': 'That file is empty. Send me a vCard, or a CSV file with one person a row.',
  'capture.file.binary': 'I cannot read that kind of file.\n\n{takes}',
  'capture.file.malformed':
    'I could not make out the rows of that file. Save it as CSV with a first row that names the columns, or as vCard, and send it again.',
  'capture.file.unknown': 'I do not know that kind of file.\n\n{takes}',
  'capture.file.no-people': 'I found nobody in that file: no row has a name.',
  'capture.file.too-many': 'That file has too many people: I take 2000 at once. Send it in parts.',

  'lead.who': '**{name}**',
  'lead.whoAtCompany': '**{name}** · {company}',
  'lead.deleted': '🗑 _This lead was deleted. Nothing more will be sent about it._',

  'plan.drafting': '✍️ Drafting the plan for **{name}**…',
  'plan.stage':
    '{stage, select, writing {The model is writing…} repairing {Putting the answer right…} retrying {The model is busy: I try again in a moment.} other {One moment…}}',
  'plan.stopped': 'I stopped drafting, so there is no plan yet.',
  'plan.source': '_{source}_',
  'plan.failed':
    'I could not draft a plan. Your lead is safe: try again, or write the steps yourself in the app.',
  'plan.none': 'No plan yet.',
  'plan.replace':
    'Replace {count, plural, one {the open step} other {the # open steps}} of the plan for **{name}**? What is done stays{rests, select, yes {, and the plan goes on} other {}}.',
  'plan.kept': 'All right, the plan for **{name}** stays as it is.',
  'plan.heading': 'Plan “{title}”, {count, plural, one {# step} other {# steps}}:',
  'plan.step': '{place}. {title} · _{due}_',
  'plan.stepWaits': '{place}. {title} · _waits for the {event}_',
  'plan.stepDone': '✅ ~~{title}~~',
  'plan.stepSkipped': '➖ ~~{title}~~',
  'plan.stepCancelled': '🏁 ~~{title}~~',
  'plan.waits':
    '⏸ {count, plural, one {# step waits} other {# steps wait}} for the {event}. Tell me when it is, and I set the {count, plural, one {date} other {dates}}.',
  'plan.cancelled':
    '🏁 {count, plural, one {# step was} other {# steps were}} cancelled when this lead was closed.',
  'plan.more': '… and {count} more',

  'reminder.heading': '🔔 {lead}\n**{title}** · step {place} of {count}',
  'reminder.stillOpen': '⏰ **Still open**\n{lead}\n**{title}** · step {place} of {count}',
  'reminder.earlierOpen': '↩️ _“{title}” is still open._',
  'reminder.unconfirmed':
    '⚠️ I could not confirm that my reminder about this step reached you, so here it is once more.\n\n{heading}',
  'reminder.late': '{heading}\n⏳ _Late: this was due {due}. I could not send it in time._',
  'reminder.draft': '> {draft}',
  'reminder.readOn': '_… Open to read on_',
  'reminder.why': 'Why now: {why}',
  'reminder.due': '_{timing, select, none {} other {{words} · }}{due}_',
  'reminder.sentIt': '**Sent it?**\n{title} · {lead}',
  'reminder.done': '✅ ~~{title}~~\n{lead}\nDone {at}',
  'reminder.skipped': '➖ ~~{title}~~\n{lead}\nSkipped {at}',
  'reminder.snoozed': '💤 **{title}**\n{lead}\nSnoozed until {until}',
  'reminder.paused': '⏸ **{title}**\n{lead}',
  'reminder.gone': '_This step is no longer in the plan._',
  'reminder.closed': '🏁 **{title}**\n{lead}\nThis lead is closed ({status}): no more reminders.',
  'reminder.moved':
    '{count, plural, one {# later step} other {# later steps}} moved{by, plural, =0 {} one { by # working day} other { by # working days}}: {dates}.',
  'reminder.kept': 'Dates kept: {dates}.',
  'reminder.cancelled':
    '🏁 ~~{title}~~\n{lead}\nCancelled {at}: {status, select, won {the lead is won} lost {the lead is lost} other {the lead was closed. It is open again}}.',
  'reminder.waits': '⏸ **{title}**\n{lead}\nWaits for the {event}: it has no date yet.',
  'reminder.next': 'Next: {title}, {due}',
  'reminder.last': 'That was the last open step of the plan. 🎉',

  'lead.closed': '🏁 {lead}\nThis lead is closed ({status}): nothing more is sent about it.',

  'act.takenBack': '↩️ {lead}\nTaken back: everything is as it was before.',
  'act.datesKept': '↩️ {lead}\nDates kept: {dates}.',

  'pause.heading': '⏸ {lead}',
  'pause.paused': 'The plan is paused{until}. What next?',
  'pause.replied': 'They replied, so the plan rests{until}. What next?',
  'pause.waiting': 'The plan waits for: {what}{until}.',
  'pause.until': ', until {day}',
  'pause.mark': '⏸ _{what}{until}_',
  'pause.mark.paused': 'paused',
  'pause.mark.replied': 'they replied',
  'pause.mark.waiting': 'waits',

  'resume.ask': '▶️ {lead}\nShall the plan go on?',
  'resume.nothing': 'No date moves.',
  'resume.moves':
    'Then {count, plural, one {# step moves} other {# steps move}}{by, plural, =0 {} one { by # working day} other { by # working days}}:',
  'resume.done': '▶️ {lead}\nThe plan goes on.',
  'resume.moved':
    '{count, plural, one {# step} other {# steps}} moved{by, plural, =0 {} one { by # working day} other { by # working days}}:',
  'move.line': '{title}: _{from} → {to}_',
  'move.ofLead': '{lead}: {title}: _{from} → {to}_',

  'wake.heading': '⏰ {lead}\nYou wanted to hear of this lead again today.',
  'wake.unconfirmed': '⚠️ I could not confirm that this reached you, so here it is once more.\n\n{heading}',

  'away.usage': `**When are you away?** For example
\`/away 1-14 Aug\`, \`/away until Friday\`, \`/away 2026-12-21 to 2027-01-04\`
\`/away off\` ends it.`,
  'export.nothing': 'There is nothing to export yet: no leads, no templates, no playbook. Begin with /add.',
  'export.table':
    '📄 **{leads, plural, one {Your lead} other {Your # leads}}** as a table, for Excel, Google Sheets or another CRM. Send it back to me and I read it again.',
  'export.everything':
    '🗂 **Everything you have here**, for programs: leads with plans, history and notes, your playbook, your templates and your settings.',
  'away.is': '🌴 You are away from {from} to {until}: nothing is sent meanwhile. `/away off` ends it.',
  'away.willBe': '🌴 Set: nothing is sent from {from} to {until}. `/away off` takes it back.',
  'away.none': 'You are not away, so there is nothing to end.',
  'away.ask': '🌴 Away from **{from}** to **{until}**? Nothing is sent meanwhile.',
  'away.moves': '{count, plural, one {# step moves} other {# steps move}} behind it:',
  'away.set': '🌴 Set: nothing is sent from **{from}** to **{until}**. `/away off` takes it back.',
  'away.moved': '{count, plural, one {# step} other {# steps}} moved:',
  'away.kept': 'All right, nothing was changed.',
  'away.off': '👋 Not away any more: reminders come as usual.',
  'away.notUnderstood': 'I could not read that as days.',
  'away.noDate': 'One of these days is not in the calendar.',
  'away.past': 'Those days are over. Nothing was changed.',
  'away.backwards': 'That would end before it starts. Nothing was changed.',
  'away.tooLong': 'An absence can last a year at most, and begin within the next five. Nothing was changed.',

  'digest.due': '🔔 **{count, plural, one {# step is due} other {# steps are due}}**',
  'digest.late':
    '⏳ _Late: I could not send {which, select, one {it} all {these} other {those marked ⏳}} in time._',
  'digest.unconfirmed':
    '⚠️ I could not confirm that my reminders about these steps reached you, so here they are once more.',
  'digest.settled': '✔️ **Nothing in this list is waiting for you any more.**',
  'digest.gone': '_These steps are no longer in a plan._',
  'digest.line': '{place}. {lead}\n{step}',
  'digest.step': '{late, select, yes {⏳ } other {}}{title} · _{due}_',
  'digest.done': '✅ ~~{title}~~ · _done {at}{moved, plural, =0 {} other {, # moved}}_',
  'digest.skipped': '➖ ~~{title}~~ · _skipped {at}{moved, plural, =0 {} other {, # moved}}_',
  'digest.snoozed': '💤 {title} · _snoozed until {until}_',
  'digest.cancelled': '🏁 ~~{title}~~ · _cancelled {at}_',
  'digest.waits': '⏸ {title} · _waits for the {event}_',
  'digest.paused': '{title} · {mark}',
  'digest.closed': '🏁 {title} · _this lead is closed ({status})_',

  'briefing.morning': '☀️ **{date}**',
  'briefing.evening': '🌙 **{date}**',
  'briefing.weekly': '🗓 **The week ahead**',
  'briefing.part.overdue': '**Overdue**',
  'briefing.part.today': '**Today**',
  'briefing.part.later': '**Later**',
  'briefing.part.waiting': '**Waiting**',
  'briefing.part.done': '**Done today**',
  'briefing.part.left': '**Left**',
  'briefing.part.day': '**{day}**',
  'briefing.step': '{place}. {title} · {who} · _{when}_',
  'briefing.stepDone': '{place}. ✅ ~~{title}~~ · {who}',
  'briefing.stepSkipped': '{place}. ➖ ~~{title}~~ · {who}',
  'briefing.stepSnoozed': '{place}. 💤 {title} · {who} · _until {until}_',
  'briefing.stepClosed': '{place}. 🏁 {title} · {who} · _closed_',
  'briefing.stepPaused': '{place}. {title} · {who} · {mark}',
  'briefing.stepWaits': '{place}. {title} · {who} · _waits for the {event}_',
  'briefing.lead': '{who} · _waits for: {what}_',

  'answer.done': '✅ Done',
  'answer.notSent': 'Fine, it stays open.',
  'answer.doneMoved': '✅ Done. {count, plural, one {# later step} other {# later steps}} moved: {dates}',
  'answer.alreadyDone': 'Already done on {at}',
  'answer.skipped': 'Skipped',
  'answer.skippedMoved': 'Skipped. {count, plural, one {# later step} other {# later steps}} moved: {dates}',
  'answer.alreadySkipped': 'Already skipped on {at}',
  'answer.open': 'Open again',
  'answer.openBack': 'Open again. The later dates are as they were',
  'answer.openStay':
    'Something else was done with this lead since: the step is open again, the later dates stay',
  'answer.alreadyOpen': 'It is open',
  'answer.snoozed': 'Snoozed until {until}',
  'answer.snoozeMenu': 'Until when? {title}',
  'answer.past': 'That time has passed: pick another one',
  'answer.asks': 'You have put this off {count} times. I ask below.',
  'answer.lost': 'Closed as lost. Nothing more is sent about this lead.',
  'answer.wokenNow': 'Its reminder comes now',
  'answer.woken': 'Its reminder comes {at}',
  'answer.awake': 'It is not snoozed any more',
  'answer.notOpen': 'This step is no longer open',
  'answer.notFound': 'This is not here any more',
  'answer.takenBack': 'Taken back',
  'answer.datesBack': 'Taken back. The dates are as they were',
  'answer.datesKept': 'Dates kept: {dates}',
  'answer.actNewer': 'Something else was done with this lead since: it is too late for that',
  'answer.actGone': 'This was taken back already, or is too long ago',
  'answer.drafting': 'Drafting the plan…',
  'answer.draftStopped': 'Stopped.',
  'answer.nothingToStop': 'There is nothing to stop any more.',
  'answer.busy': 'Something is being written for this lead already. Give it a moment, then try again.',
  'answer.closed': 'This lead is closed',
  'answer.restored': '{count, plural, one {# step is} other {# steps are}} open again',
  'answer.nothingToRestore': 'No step is cancelled any more',
  'answer.replied': 'The plan rests: nothing more is sent by itself',
  'answer.notResting': 'The plan is not paused',
  'answer.resumed': 'The plan goes on{count, plural, =0 {} one {. # step moved} other {. # steps moved}}',
  'answer.wakes': 'You hear of it again on {day}',
  'answer.won': 'Won 🎉 Nothing more is sent about this lead.',
  'answer.awaySet': 'Set: nothing is sent on these days',
  'answer.notNow': 'All right, I will not ask for {days} days',
  'answer.saved': 'Saved',
  'answer.savedAll':
    '{saved, plural, =0 {Nobody new to save} one {# lead saved} other {# leads saved}}{planned, select, yes {: drafting the plans} other {}}',
  'answer.merged': 'Merged',
  'answer.isNew': 'All right: somebody new',
  'answer.leftOut': 'Left out',
  'answer.cancelled': 'Nothing more is added',
  'answer.decided': 'This was decided already',
  'answer.isOther': 'This now looks like {name}. Look at the card once more',
  'answer.isHere': 'Somebody like this is here already: merge them, or say that they are new',
  'answer.reviewing': 'Thinking about the plan…',
  'answer.accepted':
    '{count, plural, one {Accepted: the plan is changed} other {# changes accepted: the plan is changed}}',
  'answer.refused': 'Refused: the plan stays as it is{count, plural, one { here} other {}}',
  'answer.changeDecided': 'You have decided on this already',
  'answer.changeGone':
    'Not any more: {why, select, removed {this step is no longer in the plan} done {this step is done} skipped {this step was skipped} cancelled {this step was cancelled} pinned {you gave this step a date of your own} edited {you changed this step yourself} other {the plan is another one}}',
  'answer.busyWriting': 'Something else is being written for this lead. Try again in a moment',
  'answer.noOpenSteps': 'There is no open step that could change',
  'answer.noModel': 'No model may be used here. Change the plan in the app',
  'answer.rewordMenu': 'How? {title}',
  'answer.rewording': 'Writing another draft…',
  'answer.old': 'This button is from an older version. Use /today for what is true now.',

  'snooze.ask':
    '💤 Until when should **{title}** for {name} wait? Answer with a day or a time, for example _Friday 10am_, _in two weeks_ or _через 3 дня_.',
  'snooze.notUnderstood':
    'I do not understand “{words}” as a time, so nothing was changed. Until when? For example _Friday 10am_, _in two weeks_ or _через 3 дня_.',
  'snooze.past':
    '“{words}” is {at} for me. I can snooze from now on, up to five years; nothing was changed. Until when? For example _tomorrow at 15:00_ or _in two weeks_.',
  'snooze.done':
    '💤 **{title}** is snoozed until {until}{moved, select, yes {, because {asked} is outside your hours} other {}}.',
  'snooze.notOpen': 'That step is no longer open. Nothing was changed.',
  'snooze.third':
    '🤔 **{title}**\n{lead}\nYou have put this off {count} times. Snooze it once more, until {until}, or rather do something about it?',
  'smaller.ask':
    '✂️ What would be a smaller first step than **{title}**? Answer with its name, such as _Send two dates for a call_.',
  'smaller.refused': '{problem}. Nothing was changed. What is the smaller step called?',
  'smaller.done': '✂️ The step is now **{title}**. Its date and its draft are as they were.',

  'snoozed.empty': 'Nothing is snoozed.',
  'snoozed.heading': '💤 **{count, plural, one {# step is} other {# steps are}} snoozed**',
  'snoozed.line': '{place}. {title} · {who}\n_until {until}_',

  'event.ask':
    '{event, select, reply {When did **{name}** reply?} contract {When is the contract with **{name}** signed?} other {When is the {what} with **{name}**?}} Answer with a day and a time, for example _Thu 15 Oct 14:00_, _tomorrow_ or _next Friday_.',
  'event.notUnderstood':
    'I did not understand “{words}” as a date, so nothing was changed. Answer with a day and a time, for example _Thu 15 Oct 14:00_, _tomorrow_ or _next Friday_.',
  'event.far':
    'That would be {at}. I take dates from a month ago to five years ahead, so nothing was changed. When is it?',
  'event.gone': 'This lead is closed or was deleted, so the date has no place. Nothing was changed.',
  'event.saved':
    '📅 **{name}**: {event} on {at}.{count, plural, =0 {} one { This step follows it:} other { These steps follow it:}}',
  'event.step': '{title} · _{due}_',

  'note.saved': '📝 Noted for **{name}**.',
  'note.noLead': 'That lead was deleted, so the note has no place. Nothing was saved.',
  'note.tooLong': 'That note is too long: 4000 characters at most. Nothing was saved.',

  'proposal.heading': '🧭 {lead}',
  'proposal.thinking': 'Thinking about what this changes in the plan…',
  'proposal.repairing': 'Thinking about what this changes in the plan: putting the answer right…',
  'proposal.retrying': 'The model is busy: I try again in a moment. The plan stays as it is meanwhile.',
  'proposal.nothing': 'Nothing in the plan needs to change.',
  'proposal.stopped': 'Stopped. The plan stays as it is.',
  'proposal.replaced': 'Newer news took the place of this. What was not decided stays as it is in the plan.',
  'proposal.failed.off':
    'No model may be used here, so the plan stays as it is. You can change it yourself in the app.',
  'proposal.failed.limit':
    'The model has done all it may for today, so the plan stays as it is. Change it yourself in the app, or ask again tomorrow.',
  'proposal.failed.invalid':
    'The answer of the model could not be used, so the plan stays as it is. Change it yourself in the app, or try again.',
  'proposal.failed.refused':
    'The model would not answer this, so the plan stays as it is. You can change it yourself in the app.',
  'proposal.failed.unauthorized':
    'The model does not let us in, which an administrator has to put right. The plan stays as it is; you can change it yourself in the app.',
  'proposal.failed.busy':
    'The model was too busy, so the plan stays as it is. Change it yourself in the app, or try again later.',
  'proposal.failed.down':
    'The model did not answer, so the plan stays as it is. Change it yourself in the app, or try again later.',
  'proposal.news': '_“{news}”_',
  'proposal.open':
    '{count, plural, one {One change of the plan follows from this.} other {# changes of the plan follow from this.}} Nothing is changed before you accept it.',
  'proposal.add': '{place}. ＋ **{title}** · _{when}_',
  'proposal.move': '{place}. ~ **{title}** · _{from} → {to}_',
  'proposal.reword': '{place}. ✎ **{title}**{renamed, select, yes { → **{newTitle}**} other {}}',
  'proposal.drop': '{place}. − **{title}**',
  'proposal.why': '{why}',
  'proposal.draft': '> {draft}',
  'proposal.noDate': 'without a date yet',
  'proposal.accepted': '✅ {change}',
  'proposal.refused': '✗ {change}\n_The plan stays as it was here._',
  'proposal.gone':
    '➖ {change}\n_{why, select, removed {This step is no longer in the plan.} done {This step is done by now.} skipped {This step was skipped by now.} cancelled {This step was cancelled with its lead.} pinned {You gave this step a date of your own since.} edited {You changed this step yourself since.} other {}}_',
  'proposal.next': 'Next: {title}, {due}',
  'proposal.noNext': 'No step of the plan has a date now.',
  'proposal.deleted': '_These changes are not here any more._',

  'reword.ask':
    '✎ How should the message of **{title}** be? Answer in your words, for example _in Russian_ or _mention the case study_.',
  'reword.tooLong': 'That is too long: 500 characters at most. How should the message be?',
  'reword.writing': '✎ _Writing another draft…_',
  'reword.failed':
    '✎ _I could not write another draft: {why, select, off {no model may be used here} limit {the model has done all it may for today} invalid {its answer could not be used} refused {the model would not} unauthorized {the model does not let us in, which an administrator has to put right} busy {the model was too busy} other {the model did not answer}}._',
  'reword.notNow':
    '{why, select, closed {This lead is closed.} busy {Something else is being written for this lead. Try again in a moment.} off {No model may be used here.} other {That step is no longer open.}} Nothing was changed.',

  'leads.empty': `No leads yet. Add the first one:
\`/add Anna Petrova, CTO at Acme, met at the fair, wants a demo\``,
  'leads.heading':
    '**Your leads** · {open} open{overdue, plural, =0 {} one {, # overdue} other {, # overdue}}',
  'leads.line': '{late, select, yes {🔴 } other {}}{lead}\n{next}',
  'leads.next': '{title} · _{due}_',
  'leads.nextSnoozed': '{title} · _💤 {until}_',
  'leads.drafting': '_drafting the plan…_',
  'leads.waits': '_waits for the {event}_',
  'leads.quiet': '_no open step_',
  'leads.closed': '_{status}_',
  'leads.page': '_Page {page} of {pages}_',

  'today.heading': '**{date}**',
  'today.empty': 'Nothing to do today. 🎉',
  'today.overdue': '**Overdue**',
  'today.today': '**Today**',
  'today.step': '{title} · {who} · _{due}_',
  'today.stepSnoozed': '{title} · {who} · _💤 {until}_',
  'today.settled': '{count, plural, one {# step} other {# steps}} already settled today.',
  'today.waiting': '**Waiting**',
  'today.waits': '{who} · _{count, plural, one {# step waits} other {# steps wait}} for the {event}_',
  'today.more': '… and {count} more in the app',

  settings: `**Settings**

Time zone: {timeZone}{known, select, yes {} other { _(open the app once and I take it from your device, or send /timezone)_}}
Reminders at: {hour}
Your hours: {opens} to {closes}, {days}
Public holidays: {country}
{counting, select, yes {“Day 3” is the third working day} other {“Day 3” is the third day, weekends included}}`,

  'zone.ask': `Your time zone is **{timeZone}**, {clock} there now.

Are you somewhere else? Share your location, or send a city, like \`/timezone Berlin\``,
  'zone.prompt': `**Which city or time zone?** Answer with a name like
_Berlin_, _São Paulo_ or _America/New York_`,
  'zone.offer': 'Are you there now? Then tap it, and your reminders come by that clock.',
  'zone.nowhere':
    'That does not say where you are. Share your own location, or send a city, like `/timezone Berlin`. Nothing was changed.',
  'zone.which': 'Which one do you mean?',
  'zone.choice': '{name} · {country}, {clock}',
  'zone.here': '{name}, {clock}',
  'zone.unknown':
    'I do not know “{text}”. Try the next larger city, or a time zone like _Europe/Berlin_. Nothing was changed.',
  'zone.set':
    '🌍 **{timeZone}**, {clock} there now. {moved, plural, =0 {No reminder had to move.} one {# reminder moved.} other {# reminders moved.}}',

  'test.reminder': `🔔 **This is a test reminder**

You asked for it on {asked}; it was on its way for {took}.

_A real one names the lead and the step, with your draft and buttons for Done, Snooze and Skip._`,

  'followup.heading': '🕰 {lead}\nQuiet for {days, plural, one {# day} other {# days}}, and no step ahead.',
  'followup.ask': 'What should happen next?',
  'followup.list': '🕰 **{count} leads went quiet** and have no step ahead:',
  'followup.line': '{lead} · _{days, plural, one {# day} other {# days}}_',

  'dead.empty': 'Nothing waits here: I could handle everything people sent. 🎉',
  'dead.heading':
    '**{count, plural, one {# update} other {# updates}} I could not handle**, the newest first. Trying one again answers the person.',
  'dead.line':
    '{place}. {kind, select, message {A message} tap {A button} other {Blocked or unblocked}} · _{at}_ · {attempts, plural, one {# attempt} other {# attempts}}\n{error}',
  'dead.handled': 'Handled: it is off the list',
  'dead.failedAgain': 'It failed again: {error}',
  'dead.forgotten': 'Forgotten',
  'dead.changed': 'This list was old: here is the new one',

  'error.failed':
    'Something went wrong on my side. Look at /today or /leads to see what was saved, then try again.',

  'placeholder.lead': 'Name, role at company, what they want',
  'placeholder.person': 'Name, role at company, e-mail, phone',
  'placeholder.event': 'Thu 15 Oct 14:00, tomorrow, next Friday',
  'placeholder.snooze': 'Friday 10am, in two weeks, через 3 дня',
  'placeholder.wish': 'in Russian, mention the case study',
  'placeholder.smaller': 'Something that takes ten minutes',
  'placeholder.zone': 'A city or a time zone',

  'button.openApp': '📋 Open the app',
  'button.open': 'Open',
  'button.openPlan': 'Open plan',
  'button.openSettings': 'Open settings',
  'button.shareLocation': '📍 Share my location',
  'button.useText': 'Use text',
  'button.addLead': '➕ Add a lead',
  'button.today': '☀️ Today',
  'button.help': '❔ Help',
  'button.yesAdd': '➕ Add as a lead',
  'button.no': 'No',
  'button.done': '✓ Done',
  'button.snooze': 'Snooze',
  'button.snoozeHour': '1 hour',
  'button.snoozeEvening': 'This evening',
  'button.snoozeTomorrow': 'Tomorrow',
  'button.snoozeMonday': 'Monday',
  'button.snoozePick': 'Pick…',
  'button.snoozeBack': '‹ Back',
  'button.anyway': 'Snooze anyway',
  'button.smaller': 'Make it smaller',
  'button.drop': 'Drop it',
  'button.closeLead': 'Close the lead',
  'button.wakeOne': 'Wake {place}',
  'button.skip': 'Skip',
  'button.copy': 'Copy draft',
  'button.writeTo': '✉️ Write to {name}',
  'button.sent': '✅ Yes, done',
  'button.undo': 'Undo',
  'button.keepDates': 'Keep the dates',
  'button.why': 'Why then?',
  'button.doneOne': '✓ Done {place}',
  'button.snoozeOne': 'Snooze {place}',
  'button.skipOne': 'Skip {place}',
  'button.undoOne': 'Undo {place}',
  'button.openOne': 'Open {place}',
  'button.replied': 'They replied',
  'button.hasReplied': 'Replied',
  'button.resume': '▶ Resume',
  'button.notYet': 'Not yet',
  'button.newPlan': 'New plan',
  'button.waitWeek': 'Wait another week',
  'button.won': 'Won',
  'button.leadLost': 'Lost',
  'button.setAway': 'Set it',
  'button.notAway': 'Cancel',
  'button.retry': 'Try again',
  'button.stopDraft': 'Stop',
  'button.draftAPlan': 'Draft a plan',
  'button.write': 'Write the steps',
  'button.draftAgain': 'Draft again',
  'button.replace': 'Yes, draft again',
  'button.keep': 'Keep the plan',
  'button.event': 'When is the {event}?',
  'button.restore': 'Restore cancelled steps',
  'button.review': '🧭 Let the plan follow',
  'button.editPlan': 'Edit the plan',
  'button.acceptOne': '✓ {place}',
  'button.refuseOne': '✗ {place}',
  'button.acceptAll': 'Accept all',
  'button.refuseAll': 'Refuse all',
  'button.reword': '✎ Another draft',
  'button.shorter': 'Shorter',
  'button.warmer': 'Warmer',
  'button.formal': 'More formal',
  'button.ownWish': 'In my words…',
  'button.draftPlan': 'Draft next steps',
  'button.notNow': 'Not now',
  'button.deadRetry': 'Try {place} again',
  'button.deadForget': 'Forget {place}',
  'button.saveLead': '✓ Save',
  'button.editPerson': '✏️ Edit',
  'button.cancelCapture': '✕ Cancel',
  'button.merge': '🔗 Merge',
  'button.somebodyNew': 'It is somebody new',
  'button.leaveOut': 'Leave out',
  'button.leaveRest': 'Leave the rest',
  'button.savePlans': 'Save {count} with plans',
  'button.saveAll': 'Save {count}',
  'button.oneByOne': 'One by one',
  'button.backToList': '‹ List',
  'button.pickPeople': '👥 Add from contacts',
  'button.previous': '‹ Previous',
  'button.next': 'Next ›',

  'command.add': 'Add a lead',
  'command.today': 'What to do now',
  'command.leads': 'All leads, the next step first',
  'command.snoozed': 'What you put off, and until when',
  'command.export': 'Everything you have here, as files',
  'command.away': 'Days off: nothing is sent, plans move behind them',
  'command.settings': 'Your hours, days and reminders',
  'command.timezone': 'Where you are, for the hour of reminders',
  'command.help': 'What I understand',
  'command.start': 'Start, or start again',
  'command.dead': 'What I could not handle',
  'menu.button': 'Open',
} as const satisfies Record<string, string>;

export type MessageKey = keyof typeof en;
