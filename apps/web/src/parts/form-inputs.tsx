import { Checkbox, Field, Label, Select, Textfield, ValidationMessage } from '@digdir/designsystemet-react';
import { useEffect, useState, type ReactNode } from 'react';
import { Controller, useFormContext } from 'react-hook-form';
import { useText } from '../frame/language.js';
import { useFindings } from './findings.js';
import { readMoney, typedMoney } from './money-text.js';

interface InputProps {
  /** The field of the form, in its words: `costs.0.amount`. */
  name: string;
  label: NonNullable<ReactNode>;
  description?: ReactNode;
  required?: boolean;
}

interface TextInputProps extends InputProps {
  type?: 'text' | 'email' | 'password' | 'date' | 'tel' | 'url';
  autoComplete?: string;
  /** More than one line. */
  rows?: number;
  maxLength?: number;
}

/** What need not be filled in says so; most fields must be. */
function useLabel(label: NonNullable<ReactNode>, required: boolean | undefined): NonNullable<ReactNode> {
  const { t } = useText();
  return required === false ? (
    <>
      {label} <span className="quiet">({t('web.form.optional')})</span>
    </>
  ) : (
    label
  );
}

export function TextInput({ name, label, required, rows, ...rest }: TextInputProps) {
  const { register } = useFormContext();
  const own = { ...register(name), ...useFindings(name), ...rest, label: useLabel(label, required) };
  return rows ? <Textfield {...own} type={undefined} multiline rows={rows} /> : <Textfield {...own} />;
}

/** `YYYY-MM-DD`, typed or picked. */
export function DayInput(props: InputProps) {
  return <TextInput {...props} type="date" />;
}

/** Whole kronor: typed with or without spaces, shown with them once the field is left. */
export function MoneyInput({ name, label, description, required }: InputProps) {
  const { control } = useFormContext();
  const shown = useLabel(label, required);
  return (
    <Controller
      name={name}
      control={control}
      render={({ field }) => (
        <MoneyBox
          name={name}
          label={shown}
          description={description}
          value={field.value as number | string | null}
          onChange={field.onChange}
          onBlur={field.onBlur}
        />
      )}
    />
  );
}

interface MoneyBoxProps extends InputProps {
  value: number | string | null;
  onChange: (amount: number | string | null) => void;
  onBlur?: () => void;
}

export function MoneyBox({ name, label, description, value, onChange, onBlur }: MoneyBoxProps) {
  const [typed, type] = useState(typedMoney(value));
  useEffect(() => {
    // Changed from elsewhere, and not by what is being typed here.
    type((now) => (readMoney(now) === value ? now : typedMoney(value)));
  }, [value]);
  return (
    <Textfield
      {...useFindings(name)}
      label={label}
      description={description}
      className="money"
      inputMode="numeric"
      autoComplete="off"
      suffix="kr"
      value={typed}
      onChange={(event) => {
        type(event.target.value);
        onChange(readMoney(event.target.value));
      }}
      onBlur={() => {
        type(typedMoney(readMoney(typed)));
        onBlur?.();
      }}
    />
  );
}

/** A number that may have decimals, with a decimal comma or point. */
export function NumberInput({ name, label, description, required }: InputProps) {
  const { register } = useFormContext();
  const asNumber = (typed: unknown) => {
    if (typeof typed !== 'string') return typed;
    const bare = typed.trim().replace(',', '.');
    return bare === '' ? null : Number.isNaN(Number(bare)) ? typed : Number(bare);
  };
  return (
    <Textfield
      {...register(name, { setValueAs: asNumber })}
      {...useFindings(name)}
      label={useLabel(label, required)}
      description={description}
      inputMode="decimal"
      autoComplete="off"
    />
  );
}

interface ChoiceInputProps extends InputProps {
  options: readonly { value: string; label: string }[];
  /** What an unmade choice is called; left out, there is none. */
  empty?: string;
}

export function ChoiceInput({ name, label, description, required, options, empty }: ChoiceInputProps) {
  const { register } = useFormContext();
  const { id, error } = useFindings(name);
  return (
    <Field>
      <Label htmlFor={id}>{useLabel(label, required)}</Label>
      {description ? <Field.Description>{description}</Field.Description> : null}
      <Select {...register(name)} id={id} aria-invalid={error ? true : undefined}>
        {empty === undefined ? null : <Select.Option value="">{empty}</Select.Option>}
        {options.map((option) => (
          <Select.Option key={option.value} value={option.value}>
            {option.label}
          </Select.Option>
        ))}
      </Select>
      {error ? <ValidationMessage>{error}</ValidationMessage> : null}
    </Field>
  );
}

export function FlagInput({ name, label, description }: InputProps) {
  const { register } = useFormContext();
  const { id, error } = useFindings(name);
  // One box is on or off: `value` is what a group of boxes would need.
  return (
    <Checkbox {...register(name)} id={id} error={error} label={label} description={description} value="on" />
  );
}
