import { defineProblems } from '@lueckenlos/platform';

export const replayProblems = defineProblems({
  'replay.unknown-stream': {
    status: 404,
    title: { en: 'No such stream', de: 'Kein solcher Strom' },
    detail: {
      en: 'The log has no event in a stream of this name.',
      de: 'Das Protokoll hat in einem Strom dieses Namens kein Ereignis.',
    },
  },
});
