import { run } from './run';

/** A reader that has seen enough (`| head`) is no mistake; its error would end the process with a stack trace. */
for (const stream of [process.stdout, process.stderr]) {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
  });
}

const { stdin, stdout, stderr, env } = process;
const surroundings = { stdin, stdout, stderr, environment: env, clock: () => new Date() };
void run(process.argv.slice(2), surroundings).then((exitCode) => {
  // Not process.exit(): it would cut off what a pipe has not taken yet.
  process.exitCode = exitCode;
});
