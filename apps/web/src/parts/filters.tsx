import { Field, Label, Search, Select, Textfield } from '@digdir/designsystemet-react';
import { useEffect, useId, useRef, useState } from 'react';
import { useText } from '../frame/language.js';

export type Filter<Name extends string> =
  | { kind: 'search'; name: Name; label: string }
  | { kind: 'choice'; name: Name; label: string; options: readonly { value: string; label: string }[] }
  | { kind: 'number' | 'day'; name: Name; label: string };

interface FiltersProps<Name extends string> {
  of: readonly Filter<Name>[];
  values: Record<Name, string | undefined>;
  set: (changes: Partial<Record<Name, string | undefined>>) => void;
}

export function Filters<Name extends string>({ of, values, set }: FiltersProps<Name>) {
  return (
    <search className="filters">
      {of.map((filter) => (
        <One
          key={filter.name}
          filter={filter}
          value={values[filter.name] ?? ''}
          onChange={(value) => set({ [filter.name]: value || undefined } as Partial<Record<Name, string>>)}
        />
      ))}
    </search>
  );
}

interface OneProps {
  filter: Filter<string>;
  value: string;
  onChange: (value: string) => void;
}

function One({ filter, value, onChange }: OneProps) {
  const { t } = useText();
  const id = useId();
  if (filter.kind !== 'choice') return <Typed filter={filter} value={value} onChange={onChange} />;
  return (
    <Field>
      <Label htmlFor={id}>{filter.label}</Label>
      <Select id={id} value={value} onChange={(event) => onChange(event.target.value)}>
        <Select.Option value="">{t('web.list.all')}</Select.Option>
        {filter.options.map((option) => (
          <Select.Option key={option.value} value={option.value}>
            {option.label}
          </Select.Option>
        ))}
      </Select>
    </Field>
  );
}

/** Asked for once the typing pauses. `/` leads here. */
function Typed({ filter, value, onChange }: OneProps) {
  const { t } = useText();
  const id = useId();
  const [typed, type] = useState(value);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => type(value), [value]);
  useEffect(() => () => clearTimeout(timer.current), []);
  const change = (now: string) => {
    type(now);
    clearTimeout(timer.current);
    timer.current = setTimeout(() => onChange(now.trim()), 200);
  };
  if (filter.kind === 'search')
    return (
      <Field>
        <Label htmlFor={id}>{filter.label}</Label>
        <Search>
          <Search.Input
            id={id}
            data-search
            value={typed}
            onChange={(event) => change(event.target.value)}
            aria-label={undefined}
          />
          <Search.Clear aria-label={t('web.list.clear')} onClick={() => change('')} />
        </Search>
      </Field>
    );
  return (
    <Textfield
      label={filter.label}
      type={filter.kind === 'day' ? 'date' : 'text'}
      inputMode={filter.kind === 'number' ? 'numeric' : undefined}
      value={typed}
      onChange={(event) => change(event.target.value)}
    />
  );
}
