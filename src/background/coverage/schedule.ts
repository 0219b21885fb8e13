import { alarmExists, clearAlarm, onAlarm, onInstalled, onStartup, setAlarm } from '../../browser/lifecycle';
import { onHostsChanged } from '../../browser/permissions';
import type { Coverage } from '../../coverage';

const alarm = 'coverage';
/** One piece of work; the worker may live on for another one if something is due soon. */
const stepLength = 20_000;
/** An event may take five minutes before Chrome ends the worker. */
const longestRun = 4 * 60_000;
/** Browsers do not set alarms earlier than this. */
const shortestAlarm = 30_000;
/** A full disk or a lost network is looked at again after this. */
const troubledRetry = 5 * 60_000;
const safetyMinutes = 2;
/** Between two steps, so that a task that cannot start does not spin. */
const shortestPause = 200;

/** Drives the queue by one alarm. The alarm is set before work begins: a killed worker is woken by it again. */
export class Schedule {
  #running: Promise<void> | null = null;
  /** Ends the pause of a run that waits for its next host. */
  #wake: () => void = () => {};
  #again = false;

  constructor(
    readonly coverage: Coverage,
    /** Done once at the end of a run: clearing away, and the like. */
    readonly afterwards: () => Promise<void>,
  ) {}

  /** Must be called synchronously when the worker starts. */
  register(): void {
    onAlarm((name) => {
      if (name === alarm) void this.run();
    });
    onStartup(() => void this.run());
    onInstalled(() => void this.run());
    // A host granted or taken back changes what may be asked.
    onHostsChanged(() => void this.hostsChanged());
    void this.#ensureAlarm();
  }

  /** Works until nothing is due soon, then sets the alarm for the next thing that is. */
  run(): Promise<void> {
    if (this.#running) {
      // Something new may be due at once: the step ends after the requests under way and begins anew.
      this.#again = true;
      this.coverage.queue.halt();
      this.#wake();
    }
    this.#running ??= this.#work()
      .catch((error) => console.error('coverage', error))
      .finally(() => {
        this.#running = null;
      });
    return this.#running;
  }

  /** What waited for a grant is asked at once. */
  async hostsChanged(): Promise<void> {
    await this.coverage.grantsChanged();
    await this.run();
  }

  async #work(): Promise<void> {
    const { queue, following } = this.coverage;
    await setAlarm(alarm, { inMinutes: safetyMinutes });
    await following.repair();
    // A grant may have come while no worker was there to hear of it.
    await this.coverage.grantsChanged();
    const end = Date.now() + longestRun;
    for (;;) {
      this.#again = false;
      const next = await queue.nextWake();
      const isSoon = next !== null && next <= Date.now() + shortestAlarm && Date.now() < end;
      if (!isSoon && !this.#again) break;
      if (next !== null && next > Date.now()) await this.#pause(next - Date.now());
      await queue.step(Date.now() + stepLength);
      if (this.coverage.trouble || !navigator.onLine) break;
      // Any call to the browser keeps Chrome from taking the worker for idle.
      await setAlarm(alarm, { inMinutes: safetyMinutes });
      await this.#pause(shortestPause);
    }
    await this.afterwards();
    await this.#setNext();
  }

  #pause(milliseconds: number): Promise<void> {
    return new Promise((resolve) => {
      this.#wake = resolve;
      setTimeout(resolve, milliseconds);
    });
  }

  async #setNext(): Promise<void> {
    const next = await this.coverage.queue.nextWake();
    if (next === null) return clearAlarm(alarm);
    const earliest = this.coverage.trouble || !navigator.onLine ? troubledRetry : shortestAlarm;
    await setAlarm(alarm, { inMinutes: Math.max(next - Date.now(), earliest) / 60_000 });
  }

  /** Alarms do not survive every update of a browser; a worker that finds none sets it anew. */
  async #ensureAlarm(): Promise<void> {
    if (await alarmExists(alarm)) return;
    await this.coverage.following.repair();
    await this.#setNext();
  }
}
