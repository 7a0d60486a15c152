import { readViews, withoutView, withView } from './saved-views.js';

const view = (name: string, query = 'status=submitted') => ({ name, query });

describe('saved views', () => {
  it.each([
    [null, []],
    ['not json', []],
    ['{"name":"a"}', []],
    ['[{"name":"Mina","query":"assignedTo=x"},{"name":3},null]', [view('Mina', 'assignedTo=x')]],
  ])('reads %j as %j', (kept, views) => {
    expect(readViews(kept)).toEqual(views);
  });

  it('keeps one of each name, the last, in Swedish order', () => {
    const views = [view('Öppna'), view('Mina')].reduce(withView, [view('Mina', 'old'), view('Ål')]);
    expect(views).toEqual([view('Mina'), view('Ål'), view('Öppna')]);
  });

  it('takes one away', () => {
    expect(withoutView([view('a'), view('b')], 'a')).toEqual([view('b')]);
  });
});
