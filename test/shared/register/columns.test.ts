import { expect, test } from 'vitest';
import { ORDERS, REGISTER_COLUMNS, SCREEN_COLUMNS } from '#shared/register/columns.ts';
import { layoutSchema } from '#shared/register/search/deskView.ts';
import { registerOrderSchema } from '#shared/register/search/search.ts';

const unique = (values: readonly string[]) => new Set(values).size === values.length;

test('every column has its own name, and its own head on screen and in the sheet', () => {
  expect(unique(REGISTER_COLUMNS.map(({ id }) => id))).toBe(true);
  expect(unique(REGISTER_COLUMNS.map(({ sheet }) => sheet.head))).toBe(true);
  expect(unique(SCREEN_COLUMNS.map(({ head }) => head))).toBe(true);
});

test('rows can be ordered only by what the table shows, and the contract knows exactly these', () => {
  const sortable = SCREEN_COLUMNS.filter((column) => column.sortable).map(({ id }) => id);
  expect(sortable).toEqual(ORDERS);
  expect(registerOrderSchema.shape.by.options).toEqual(ORDERS);
});

test('one column names the row and takes the rest of the width; a desk may lay out all of them', () => {
  expect(SCREEN_COLUMNS.filter(({ rowHeader, width }) => rowHeader || width === undefined)).toMatchObject([
    { id: 'title', rowHeader: true },
  ]);
  const order = SCREEN_COLUMNS.map(({ id }) => id);
  expect(layoutSchema.parse({ order, shown: {}, widths: {}, panes: {} }).order).toEqual(order);
});
