import { expect, test } from 'vitest';
import { indexCatalog } from '../../domain/catalog/indexCatalog.ts';
import { catalogOf, cfs } from '../../domain/catalog/testing/catalogRows.ts';
import { describeSpecification } from './specifications.ts';

const internet = {
  ...cfs('internet'),
  characteristics: [
    {
      name: 'bandwidth',
      mandatory: true,
      options: [100, 200],
      defaultValue: 100,
      unit: 'Mbit/s',
      valueType: 'integer',
    },
    { name: 'remark', mandatory: false, options: [] },
  ],
};

test('a specification says which values its characteristics take', () => {
  const catalog = indexCatalog(catalogOf({ specifications: [internet] }));
  expect(describeSpecification(catalog, 'internet')?.characteristics).toEqual([
    {
      name: 'bandwidth',
      valueType: 'integer',
      mandatory: true,
      options: [100, 200],
      defaultValue: 100,
      unit: 'Mbit/s',
    },
    { name: 'remark', valueType: null, mandatory: false, options: [], defaultValue: null, unit: null },
  ]);
});

test('one that the catalog does not have has no description', () => {
  expect(describeSpecification(indexCatalog(catalogOf({})), 'fax')).toBeUndefined();
});
