const text = { type: 'string' };
const instant = { type: 'string', format: 'date-time' };

const object = (properties: object, ...required: string[]): object => ({
  type: 'object',
  properties,
  required,
});
const list = (items: object): object => ({ type: 'array', items });

const type = object(
  { name: text, attributes: list(object({ name: text, type: text }, 'name', 'type')) },
  'name',
  'attributes',
);
const relationships = list(object({ objectId: text, qualifier: text }, 'objectId', 'qualifier'));

/** What OCEL 2.0 demands of JSON (chapter 8 of its specification): attributes are texts, whatever their type says. */
export const OCEL_SCHEMA = object(
  {
    eventTypes: list(type),
    objectTypes: list(type),
    events: list(
      object(
        {
          id: text,
          type: text,
          time: instant,
          attributes: list(object({ name: text, value: text }, 'name', 'value')),
          relationships,
        },
        'id',
        'type',
        'time',
      ),
    ),
    objects: list(
      object(
        {
          id: text,
          type: text,
          relationships,
          attributes: list(object({ name: text, value: text, time: instant }, 'name', 'value', 'time')),
        },
        'id',
        'type',
      ),
    ),
  },
  'eventTypes',
  'objectTypes',
  'events',
  'objects',
);
