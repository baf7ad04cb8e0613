import { expect, test } from 'vitest';
import { readReply, rowsText } from './replyText.ts';

const read = (value: string): unknown => readReply(`{"ok":true,"value":${value}}`);

test('rows that crossed as cells are objects again, and what stands beside them stays', () => {
  const rows = rowsText(['key', 'group'], '[["o1/T1",null],["o1/T2","field"]]');
  expect(read(`{"rows":${rows},"next":"n","total":2}`)).toEqual({
    ok: true,
    value: {
      rows: [
        { key: 'o1/T1', group: null },
        { key: 'o1/T2', group: 'field' },
      ],
      next: 'n',
      total: 2,
    },
  });
});

test('a page without rows has none', () => {
  expect(read(`{"rows":${rowsText(['key'], '[]')},"next":null,"total":0}`)).toEqual({
    ok: true,
    value: { rows: [], next: null, total: 0 },
  });
});

test.each(['{"rows":[{"cells":1}],"total":1}', '{"rows":{"design":2}}', '{"rows":null}', 'null', '7'])(
  'a value of another kind is read as it is: %s',
  value => {
    expect(read(value)).toEqual({ ok: true, value: JSON.parse(value) as unknown });
  },
);

test('a refusal is read as it is', () => {
  const refusal = { ok: false, error: { code: 'NobodyChosen' } };
  expect(readReply(JSON.stringify(refusal))).toEqual(refusal);
});
