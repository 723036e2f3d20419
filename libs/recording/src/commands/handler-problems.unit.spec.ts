import { handlerProblems } from './handler-problems';

class Post {}
class PostByFile extends Post {}
class PostHandler {}
class OtherHandler {}

describe('commands and handlers', () => {
  it('fit where each command has exactly one', () => {
    expect(handlerProblems([Post], [{ command: Post, handler: PostHandler }])).toEqual([]);
  });

  it('do not fit without a handler, though a parent of the command has one', () => {
    expect(handlerProblems([Post, PostByFile], [{ command: Post, handler: PostHandler }])).toEqual([
      'PostByFile has no handler',
    ]);
  });

  it('do not fit with two handlers, of which the bus would silently take the last', () => {
    const found = [PostHandler, OtherHandler].map((handler) => ({ command: Post, handler }));
    expect(handlerProblems([Post], found)).toEqual(['Post has the handlers PostHandler, OtherHandler']);
  });

  it('do not fit where a command is missing in the list', () => {
    expect(handlerProblems([], [{ command: Post, handler: PostHandler }])).toEqual([
      'PostHandler handles Post, which is not listed',
    ]);
  });
});
