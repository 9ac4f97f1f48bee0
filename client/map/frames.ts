/**
 * Decides when a frame is drawn. Nothing runs by itself: a change asks for one frame, ambient motion asks for a
 * steady few, and when neither is wanted the map sleeps. A machine too slow for ambient motion is spared it.
 */

export type FrameWork = {
  /** Draws; says whether something still moves and needs the very next frame. */
  draw(now: number, seconds: number): boolean;
  /** Whether dashes run at present. */
  hasAmbient(): boolean;
};

const AMBIENT_GAP = 1000 / 30;
const SLOW_FRAME = 80;
const SLOW_PATIENCE = 8;

export class Frames {
  private readonly work: FrameWork;
  private request = 0;
  private last = 0;
  private wanted = false;
  private slowFrames = 0;
  private spared = false;
  private stopped = false;
  /** Frames drawn so far. */
  drawn = 0;

  constructor(work: FrameWork) {
    this.work = work;
  }

  /** Asks for a frame soon. */
  ask(): void {
    this.wanted = true;
    this.schedule();
  }

  /** Gives ambient motion another chance, e.g. after the player has switched it on. */
  forgive(): void {
    this.spared = false;
    this.slowFrames = 0;
    this.ask();
  }

  stop(): void {
    this.stopped = true;
    cancelAnimationFrame(this.request);
  }

  private schedule(): void {
    if (this.request !== 0 || this.stopped) return;
    this.request = requestAnimationFrame((now) => this.tick(now));
  }

  private tick(now: number): void {
    this.request = 0;
    const ambient = !this.spared && this.work.hasAmbient();
    const gap = now - this.last;
    if (!this.wanted && ambient && gap < AMBIENT_GAP - 4) {
      this.schedule();
      return;
    }
    const onlyAmbient = ambient && !this.wanted;
    this.wanted = false;
    const seconds = ambient ? Math.min(gap, 120) / 1000 : 0;
    this.last = now;
    this.drawn += 1;
    const moving = this.work.draw(now, seconds);
    if (onlyAmbient) this.judge(gap);
    if (moving) this.wanted = true;
    if (this.wanted || (ambient && !this.spared)) this.schedule();
  }

  private judge(gap: number): void {
    this.slowFrames = gap > SLOW_FRAME && gap < 1500 ? this.slowFrames + 1 : Math.max(0, this.slowFrames - 1);
    if (this.slowFrames >= SLOW_PATIENCE) this.spared = true;
  }
}
