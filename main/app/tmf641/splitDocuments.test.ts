/** A file of orders is taken apart whatever wraps it, and a broken one says where it breaks. */
import { describe, expect, it } from 'vitest';
import { splitDocuments } from './splitDocuments.ts';
import { orderOf } from './testing/documents.ts';

const order = (id: string) => orderOf({ id });
const text = (value: unknown): string => JSON.stringify(value);

function splitting(file: string) {
  const split = splitDocuments(file);
  if (!split.ok) throw new Error(`Refused: ${text(split.error)}`);
  return split.value;
}

const placesIn = (file: string): readonly string[] => splitting(file).map(({ path }) => path);

function problemIn(file: string) {
  const split = splitDocuments(file);
  if (split.ok) throw new Error('It was not refused');
  return split.error;
}

describe('the shapes of a file', () => {
  it('takes one order as it is', () => {
    expect(splitting(text(order('1')))).toEqual([{ path: '$', document: order('1'), understood: [] }]);
  });

  it('takes a bare list, one document per entry, usable or not', () => {
    expect(placesIn(text([order('1'), null, 7]))).toEqual(['$[0]', '$[1]', '$[2]']);
  });

  it.each([
    ['$.body', { header: { from: 'connectx' }, body: order('1') }],
    ['$.event.serviceOrder', { eventType: 'ServiceOrderCreateEvent', event: { serviceOrder: order('1') } }],
    ['$.event.ServiceOrder', { event: { ServiceOrder: order('1') } }],
    ['$.serviceOrder', { serviceOrder: order('1') }],
    ['$.serviceOrders[0]', { serviceOrders: [order('1')] }],
    ['$[0].event.serviceOrder', [{ event: { serviceOrder: order('1') } }]],
    ['$.body.serviceOrders[0]', { header: {}, body: { serviceOrders: [order('1')] } }],
    ['$.result[0]', { result: [order('1')] }],
  ])('opens the envelope at %s and notes it', (path, file) => {
    expect(splitting(text(file))).toEqual([
      { path, document: order('1'), understood: [{ path: '$', code: 'envelopeOpened', raw: path }] },
    ]);
  });

  it('leaves an order alone that happens to have a field called body', () => {
    expect(placesIn(text({ ...order('1'), body: { text: 'hello' } }))).toEqual(['$']);
  });

  it('takes one order per line, with the line it stands on', () => {
    const split = splitting(`${text(order('1'))}\n\n${text(order('2'))}\r\n`);
    expect(split.map(({ path, line }) => [path, line])).toEqual([
      ['$[0]', 1],
      ['$[1]', 3],
    ]);
  });

  it('takes pretty-printed orders one after another', () => {
    const split = splitting(`{\n "a": 1\n}\n{\n "a": 2\n}\n`);
    expect(split.map(({ document, line }) => [document, line])).toEqual([
      [{ a: 1 }, 1],
      [{ a: 2 }, 4],
    ]);
  });
});

describe('what is forgiven', () => {
  it('a byte order mark', () => {
    expect(splitting(`\uFEFF${text(order('1'))}`)[0]).toMatchObject({
      document: order('1'),
      understood: [{ path: '$', code: 'byteOrderMarkSkipped' }],
    });
  });

  it('comments and trailing commas, with how many', () => {
    const split = splitting('// a guide\n{ "url": "http://x//y", /* here */ "list": [1, 2, ], }\n');
    expect(split[0]?.document).toEqual({ url: 'http://x//y', list: [1, 2] });
    expect(split[0]?.understood).toEqual([
      { path: '$', code: 'commentsSkipped', as: 2 },
      { path: '$', code: 'trailingCommasSkipped', as: 2 },
    ]);
  });

  it('numbers too long for exact arithmetic are kept digit for digit, as text', () => {
    const split = splitting('{"id": 12345678901234567890, "text": ": 12345678901234567890,"}');
    expect(split[0]?.document).toEqual({ id: '12345678901234567890', text: ': 12345678901234567890,' });
    expect(split[0]?.understood).toEqual([{ path: '$', code: 'longNumbersKeptAsText', as: 1 }]);
  });

  it('a number that no double holds is kept as it is written, as text', () => {
    const split = splitting('{"size": 1e400, "list": [-1.5E+999]}');
    expect(split[0]?.document).toEqual({ size: '1e400', list: ['-1.5E+999'] });
    expect(split[0]?.understood).toEqual([{ path: '$', code: 'longNumbersKeptAsText', as: 2 }]);
  });

  it('a broken line among good ones: each line is a document of its own', () => {
    const split = splitting(`${text(order('1'))}\n\n{"id": "2", "serviceOrderItem": [\r\n{"id": "3",} // last\n`);
    expect(split.map(({ path, line, problem }) => [path, line, problem?.code])).toEqual([
      ['$[0]', 1, undefined],
      ['$[1]', 3, 'brokenJson'],
      ['$[2]', 4, undefined],
    ]);
    expect(split[1]?.problem?.facts).toMatchObject({ line: '3', column: '34', expected: 'value' });
    expect(split[2]).toMatchObject({
      document: { id: '3' },
      understood: [{ code: 'commentsSkipped' }, { code: 'trailingCommasSkipped' }],
    });
  });

  it('reads a property called __proto__ as any other', () => {
    const [split] = splitting('{"__proto__": {"polluted": true}, }');
    expect(Object.keys(split?.document as object)).toEqual(['__proto__']);
    expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
  });
});

describe('what is refused', () => {
  it.each([
    ['a file without text', '  \n'],
    ['a file that is only a comment', '// nothing yet'],
  ])('%s', (_, file) => {
    expect(problemIn(file)).toEqual({ code: 'emptyFile', facts: {} });
  });

  it('a list without orders', () => {
    expect(problemIn('{"serviceOrders": []}')).toEqual({ code: 'noOrders', facts: {} });
  });

  it.each([
    ['{"a": 1\n "b": 2}', '2', '2', '"', 'commaOrBrace'],
    ['{"a": [1 2]}', '1', '10', '2', 'commaOrBracket'],
    ['{"a" 1}', '1', '6', '1', 'colon'],
    ['{\r\n  a: 1}', '2', '3', 'a', 'propertyName'],
    ['{"a": }', '1', '7', '}', 'value'],
    ['{"a": <<id>>}', '1', '7', '<', 'value'],
    ['{"a": "x', '1', '7', '"', 'endOfString'],
    ['{"a": "\\q"}', '1', '7', '"', 'escape'],
    ['{"a": 1 /* no end', '1', '9', '/', 'endOfComment'],
    ['{"a": 1}}', '1', '9', '}', 'endOfFile'],
    ['[1, 2', '1', '6', '', 'commaOrBracket'],
  ])('%j, by line, column and what was expected', (file, line, column, found, expected) => {
    expect(problemIn(file)).toMatchObject({ code: 'brokenJson', facts: { line, column, found, expected } });
  });

  it('shows the text around the break', () => {
    const facts = problemIn(`{\n  "externalId": "HT-1"\n  "priority": "1"\n}`).facts;
    expect(facts).toEqual({
      line: '3',
      column: '3',
      snippet: '"priority": "1"',
      found: '"',
      expected: 'commaOrBrace',
    });
  });

  it('loose text nested past any order, without running out of stack', () => {
    expect(problemIn(`${'['.repeat(100_000)},`).code).toBe('nestedTooDeep');
  });
});
