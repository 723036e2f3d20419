import { eventId } from './event-id';

describe('The id of an event', () => {
  it('is the same for every delivery, on every machine and in every release', () => {
    expect(eventId('/agencies/youth-office', '2024-0001')).toBe(
      eventId('/agencies/youth-office', '2024-0001'),
    );
    expect(eventId('/agencies/youth-office', '2024-0001')).toBe('3998dce4-be23-5830-8b60-16f600b39c67');
  });

  it('is a UUID of version 5', () => {
    expect(eventId('a', 'b')).toMatch(
      /^[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/,
    );
  });

  it('differs between senders and where source and id only look alike when joined', () => {
    const ids = [
      eventId('a', 'b'),
      eventId('b', 'a'),
      eventId('ab', ''),
      eventId('', 'ab'),
      eventId('a', 'B'),
    ];
    expect(new Set(ids).size).toBe(ids.length);
  });
});
