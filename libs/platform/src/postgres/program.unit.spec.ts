import { ProgramKilledError, runProgram } from './program';

const node = (script: string): Promise<void> => runProgram(process.execPath, ['-e', script], {}, __dirname);

describe('a program that is run', () => {
  it('is in a session of its own, which no signal of the terminal reaches', async () => {
    // Throws unless the process leads a group.
    await node('process.kill(-process.pid, 0)');
  });

  it('fails with what it said, or else with how it ended', async () => {
    await expect(node('console.error("no room"); process.exit(3)')).rejects.toThrow(/failed: no room$/);
    await expect(node('process.exit(3)')).rejects.toThrow(/failed: it ended with 3$/);
    await expect(node('process.kill(process.pid, "SIGKILL")')).rejects.toThrow(
      new ProgramKilledError(`${process.execPath} was ended by SIGKILL`),
    );
    await expect(runProgram('/nowhere', [], {}, __dirname)).rejects.toThrow('/nowhere failed');
  });
});
