import { Checkbox, Dropdown } from '@digdir/designsystemet-react';
import { useMemo, useState } from 'react';
import { remember, remembered } from '../frame/storage.js';
import { useText } from '../frame/language.js';
import type { Column } from './column.js';

export function useChosenColumns<Row>(name: string, columns: readonly Column<Row>[]) {
  const key = `columns.${name}`;
  const [chosen, setChosen] = useState(() => remembered(key)?.split(',') ?? null);
  const shown = useMemo(
    () =>
      columns.filter((column, place) =>
        // The first says which row it is: it is always there.
        place === 0 ? true : chosen ? chosen.includes(column.code) : !column.isExtra,
      ),
    [columns, chosen],
  );
  const choose = (codes: string[]) => {
    remember(key, codes.join(','));
    setChosen(codes);
  };
  return [shown, choose] as const;
}

interface ColumnChoiceProps<Row> {
  columns: readonly Column<Row>[];
  shown: readonly Column<Row>[];
  choose: (codes: string[]) => void;
}

export function ColumnChoice<Row>({ columns, shown, choose }: ColumnChoiceProps<Row>) {
  const { t } = useText();
  if (columns.length < 4) return null;
  const codes = shown.map((column) => column.code);
  return (
    <div className="column-choice">
      <Dropdown.TriggerContext>
        <Dropdown.Trigger variant="tertiary">{t('web.list.columns')}</Dropdown.Trigger>
        <Dropdown placement="bottom-end">
          <div className="choices">
            {columns.slice(1).map((column) => (
              <Checkbox
                key={column.code}
                label={column.header}
                value={column.code}
                checked={codes.includes(column.code)}
                onChange={(event) =>
                  choose(
                    event.target.checked
                      ? [...codes, column.code]
                      : codes.filter((code) => code !== column.code),
                  )
                }
              />
            ))}
          </div>
        </Dropdown>
      </Dropdown.TriggerContext>
    </div>
  );
}
