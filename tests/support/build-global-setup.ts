import { buildWhenNeeded } from '../../server/build.ts';

/** Builds the Mini App once, so that every program these tests start finds it ready. */
export default function setup(): void {
  buildWhenNeeded();
}
