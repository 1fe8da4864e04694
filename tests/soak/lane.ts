// One rep at one tab: goes to a record, reads it, decides, sends, and tries again what nobody answered.
import type { Answers } from '../../lib/protocol/messages.ts';
import { allChanges } from '../../lib/qualification/plan/parts.ts';
import { refKey } from '../../lib/record/record.ts';
import type { Snapshot } from '../../lib/record/snapshot.ts';
import { random } from '../sandbox/common/random.ts';
import { after, compose } from './compose.ts';
import type { CrmId } from './faults.ts';
import type { Entry, Ledger } from './ledger.ts';
import type { Target } from './pool.ts';
import type { Press } from './pressing/plan.ts';
import { pressVisit } from './pressing/visit.ts';
import type { Rig } from './rig.ts';
import type { Visit } from './schedule.ts';
import { Tab } from './tab.ts';
import type { Thrower } from './thrower.ts';

type Needs = {
  rig: Rig;
  ledger: Ledger;
  thrower: Thrower;
  records: Record<CrmId, Target[]>;
  /** Those that only the hand in the sidebar decides on. */
  byHand: Record<CrmId, Target[]>;
  active: Answers['playbook.active'];
  /** At which records reps are now, each as often as there are tabs with it. */
  present: string[];
};

/** A busy machine and one fault after the other may end many of them; giving up would hide what comes after. */
const VISITS = 30;
/** Only what waits for its time-out takes so long. */
const STUCK_MS = 15_000;
/** Longer than all that a visit in the sidebar waits for, one after the other. */
const PRESS_MS = 240_000;
const READS = 12;
/** A cut network, or a browser that starts again, keeps the page from opening for a while: the rep goes on trying. */
const SENDS = 60;

const pause = (ms: number) => new Promise<void>((over) => setTimeout(over, ms));

export class Lane {
  /** What it is at, for whoever watches the run. */
  doing = 'nothing';
  readonly #tabs: Record<CrmId, Tab>;
  /** For what is pressed: only what is painted can be confirmed. The others stay behind each other, which spares their painting. */
  readonly #seen: Record<CrmId, Tab>;

  constructor(readonly needs: Needs) {
    const { rig } = needs;
    this.#tabs = { hubspot: new Tab(rig, 'behind'), salesforce: new Tab(rig, 'behind') };
    this.#seen = { hubspot: new Tab(rig, 'window'), salesforce: new Tab(rig, 'window') };
  }

  /** Never rejects: what goes wrong with a visit is told in the ledger. Gives the numbers that could not be sent. */
  async visit(visit: Visit): Promise<number[]> {
    const list = visit.press ? this.needs.byHand[visit.crm] : this.needs.records[visit.crm];
    const target = list[(visit.press?.record ?? visit.record) % list.length];
    if (!target) return visit.submissions.map(({ number }) => number);
    const tab = (visit.press ? this.#seen : this.#tabs)[visit.crm];
    const left = new Set(visit.submissions.map(({ number }) => number));
    const { ledger, present, rig, thrower } = this.needs;
    const here = refKey(target.ref);
    if (present.includes(here)) thrower.met('two windows on one record');
    present.push(here);
    let stuck = 0;
    for (let tries = 0; tries < VISITS && left.size > 0; tries += 1) {
      const begun = Date.now();
      this.doing = `visit ${visit.number}, try ${tries + 1}: shows ${here}`;
      try {
        if (visit.press) {
          await this.#press(visit, visit.press, target, tab);
          left.clear();
          await tab.close();
        } else await this.#work(visit, target, tab, left);
      } catch (error) {
        const why = error instanceof Error ? error.message.split('\n')[0] : String(error);
        ledger.broken(visit.number, `visit ${visit.number} to ${target.name} broke off: ${why}`);
        await tab.close();
        await pause(1000);
        // Seen now and then after hundreds of faults, and not understood: no page loads any more. A rep starts the browser again.
        stuck = Date.now() - begun > STUCK_MS ? stuck + 1 : 0;
        if (stuck === 2) {
          console.log(
            `${Math.round(ledger.seconds())} s: stuck twice, and the browser was started again: ${why}`,
          );
          await rig.killBrowser();
        }
      }
    }
    present.splice(present.indexOf(here), 1);
    if (left.size === 0) ledger.breaks.delete(visit.number);
    return [...left];
  }

  /** Rejects where the page stands still: not every question that is put to a browser has an end of its own. */
  async #press(visit: Visit, plan: Press, target: Target, tab: Tab): Promise<void> {
    const pressed = pressVisit(this.needs, visit, plan, target, tab);
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<never>((_, reject) => {
      timer = setTimeout(() => {
        // What is still asked of the page ends with it.
        void tab.close();
        reject(new Error(`the page stood still for ${PRESS_MS / 1000} s`));
      }, PRESS_MS);
    });
    await Promise.race([pressed, late]).finally(() => clearTimeout(timer));
  }

  async #work(visit: Visit, target: Target, tab: Tab, left: Set<number>): Promise<void> {
    const { ledger, thrower, active, rig } = this.needs;
    await tab.show(target);
    this.doing = `visit ${visit.number}: reads`;
    let { snapshot, review } = await this.#read(tab, target);
    const answers: Promise<void>[] = [];
    for (const planned of visit.submissions) {
      if (!left.has(planned.number)) continue;
      const chance = random(planned.seed);
      const { playbook, hash } = active;
      const identity = { id: playbook.id, version: playbook.version, hash };
      let submission = null;
      for (let draws = 0; draws < 30 && !submission; draws += 1)
        submission = compose({ playbook, identity, snapshot, review, now: rig.now() }, chance);
      if (!submission) throw new Error('nothing can be decided on this record');
      for (const fault of planned.faults) thrower.before(fault, visit.crm, chance);
      const entry = ledger.add(planned.number, submission, tab.number);
      left.delete(planned.number);
      ledger.tell(
        `#${entry.number} decided on ${target.name}: ${JSON.stringify(submission.decision)}`,
        submission.id,
      );
      this.doing = `visit ${visit.number}: sends #${entry.number}`;
      const answer = this.#send(entry, tab, target);
      for (const fault of planned.faults) thrower.during(fault, tab, chance);
      answers.push(answer);
      if (!visit.atOnce) await answer;
      snapshot = after(snapshot, allChanges(submission));
    }
    this.doing = `visit ${visit.number}: waits for ${answers.length} answers`;
    await Promise.all(answers);
    this.doing = 'nothing';
  }

  async #read(tab: Tab, target: Target): Promise<{ snapshot: Snapshot; review: Answers['review.options'] }> {
    const { ref } = target;
    let why = 'nobody answered';
    for (let tries = 0; tries < READS; tries += 1) {
      const read = await tab.ask('record.read', { ref });
      const review = read?.ok ? await tab.ask('review.options', { ref, decision: 'opportunity' }) : null;
      if (read?.ok && review?.ok) return { snapshot: read.value, review: review.value };
      if (read && !read.ok) why = `${read.problem.kind}: ${read.problem.message}`;
      if (review && !review.ok) why = `${review.problem.kind}: ${review.problem.message}`;
      if (!read && tries === 3) break;
      await pause(250);
    }
    throw new Error(`it could not be read: ${why}`);
  }

  /** Hands it over; where nobody answers, the same once more, as the sidebar's own button does. */
  async #send(entry: Entry, tab: Tab, target: Target): Promise<void> {
    const { ledger } = this.needs;
    const { submission } = entry;
    for (let tries = 0; tries < SENDS; tries += 1) {
      entry.sends += 1;
      const reply = await tab.ask('submission.send', { submission });
      if (reply?.ok) {
        entry.keptAt = Date.now();
        entry.refused = null;
        const stopped = reply.value.steps.find(({ problem }) => problem)?.problem;
        entry.byItself = reply.value.state === 'written';
        return ledger.tell(
          `answered: ${reply.value.state}${stopped ? `, ${stopped.kind}: ${stopped.message}` : ''}`,
          submission.id,
        );
      }
      if (reply) {
        entry.refused = reply.problem;
        ledger.tell(`refused: ${reply.problem.kind}: ${reply.problem.message}`, submission.id);
        if (!['not-here', 'storage', 'unexpected'].includes(reply.problem.kind)) return;
      } else ledger.tell('nobody answered', submission.id);
      await pause(500);
      await tab.show(target).catch(() => {});
    }
  }
}
