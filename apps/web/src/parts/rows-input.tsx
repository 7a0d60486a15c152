import { Button } from '@digdir/designsystemet-react';
import { PlusIcon, TrashIcon } from '@navikt/aksel-icons';
import type { ReactNode } from 'react';
import { useFieldArray, useFormContext, type FieldValues } from 'react-hook-form';
import { useText } from '../frame/language.js';
import { useFindings } from './findings.js';

interface RowsInputProps {
  /** The list of the form: `instalments`. */
  name: string;
  legend: string;
  description?: ReactNode;
  /** What the button that adds a row says. */
  add: string;
  /** A new row. */
  blank: () => FieldValues;
  /** The inputs of one row, by the name of the row: `instalments.0`. */
  children: (row: string) => ReactNode;
}

/** A list in a form: rows of inputs that are added and taken away. */
export function RowsInput({ name, legend, description, add, blank, children }: RowsInputProps) {
  const { t } = useText();
  const { control } = useFormContext();
  const { fields, append, remove } = useFieldArray({ control, name });
  const { id, error } = useFindings(name);
  return (
    <fieldset className="rows" id={id} tabIndex={-1}>
      <legend>{legend}</legend>
      {description ? <p className="quiet">{description}</p> : null}
      {error ? <p className="row-error">{error}</p> : null}
      {fields.map((field, place) => (
        <div className="row" key={field.id}>
          {children(`${name}.${place}`)}
          <Button
            type="button"
            variant="tertiary"
            icon
            aria-label={t('web.rows.remove', { number: place + 1 })}
            onClick={() => remove(place)}
          >
            <TrashIcon aria-hidden />
          </Button>
        </div>
      ))}
      <Button type="button" variant="secondary" onClick={() => append(blank())}>
        <PlusIcon aria-hidden /> {add}
      </Button>
    </fieldset>
  );
}
