import { writeSync } from 'node:fs';
import { type Debugger, Session } from 'node:inspector/promises';
import { relative } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { parentPort, workerData } from 'node:worker_threads';
import { findProfileFolder, rememberFolder } from './profile-folders.ts';

/** How often the other thread's beats are looked at, in milliseconds; so many looks without one are told, and so many end the process. */
const interval = 1_000;
const told = 5;
const ended = 60;
/** Code that runs JavaScript is interrupted at once. */
const patience = 2_000;

interface Place {
  frames: { file: string; line: number; name: string }[];
  call: string | undefined;
}

/** The call of a sandbox that a function of the server is about, whichever of its variables has it. */
const callOfFrame = `[typeof call === 'object' && call, typeof sandbox === 'object' && sandbox]
  .map((each) => each?.plan?.operation)
  .map((operation) => operation && operation.method.toUpperCase() + ' ' + operation.path)
  .find(Boolean)`;

const beats = workerData as Int32Array;
let [last, still] = [Atomics.load(beats, 0), 0];

parentPort?.on('message', (folder: string) => rememberFolder(folder));
setInterval(() => void look(), interval);

async function look(): Promise<void> {
  const now = Atomics.load(beats, 0);
  still = now === last && Atomics.load(beats, 1) === 0 ? still + 1 : 0;
  last = now;
  if (still === told) await tell(await whereHeld());
  if (still === ended && (await whereHeld())?.frames.some(({ file }) => findProfileFolder(file))) {
    say(`The event loop has been held for a minute, so nobody is answered, and no signal is heard: the process ends.`);
    process.kill(process.pid, 'SIGKILL');
  }
}

async function tell(place: Place | undefined): Promise<void> {
  if (!place)
    return say(`Something holds the event loop that runs no JavaScript, such as execSync: nobody is answered.`);
  const own = place.frames.find(({ file }) => findProfileFolder(file));
  if (!own) return;
  const { file, line, name } = own;
  const by = `${relative(process.cwd(), file)}:${line}${name && ` (${name})`}${place.call ? `, in ${place.call}` : ''}`;
  say(`The event loop is held by ${by}: nobody is answered until that ends. After a minute, the process is ended.`);
  parentPort?.postMessage(place);
}

/** Interrupts the other thread for a moment, to see what it runs; undefined where it runs no JavaScript. */
async function whereHeld(): Promise<Place | undefined> {
  const session = new Session();
  session.connectToMainThread();
  try {
    // A frame itself does not know its file.
    const files = new Map<string, string>();
    session.on('Debugger.scriptParsed', ({ params: { scriptId, url } }) => {
      if (url.startsWith('file:')) files.set(scriptId, fileURLToPath(url));
    });
    const interrupted = new Promise<Debugger.PausedEventDataType>((done) =>
      session.once('Debugger.paused', ({ params }) => done(params)),
    );
    const asked = session.post('Debugger.enable').then(() => session.post('Debugger.pause'));
    const paused = await Promise.race([Promise.all([asked, interrupted]), wait(patience)]);
    if (!paused) return undefined;
    const [, { callFrames }] = paused;
    let call: string | undefined;
    for (const { callFrameId } of callFrames) {
      const asking = { callFrameId, expression: callOfFrame, returnByValue: true };
      const found = session.post('Debugger.evaluateOnCallFrame', asking) as Promise<unknown>;
      call ??= ((await found) as Debugger.EvaluateOnCallFrameReturnType).result.value;
    }
    const frames = callFrames.flatMap(({ location, functionName: name }) => {
      const file = files.get(location.scriptId);
      return file === undefined ? [] : [{ file, line: location.lineNumber + 1, name }];
    });
    return { call, frames };
  } finally {
    session.disconnect();
  }
}

/** Standard output is written by the other thread. */
function say(message: string): void {
  writeSync(2, `${message}\n`);
}
