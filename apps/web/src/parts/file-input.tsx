import { Textfield } from '@digdir/designsystemet-react';
import type { ReactNode } from 'react';
import { useFormContext } from 'react-hook-form';
import { useFindings } from './findings.js';

interface FileInputProps {
  /** Holds a `FileList`: `fileOf` takes the file out of it. */
  name: string;
  label: NonNullable<ReactNode>;
  description?: ReactNode;
  /** What the browser offers to choose: `.csv,.zip`. */
  accept?: string;
}

export function FileInput({ name, ...rest }: FileInputProps) {
  const { register } = useFormContext();
  return <Textfield {...register(name)} {...useFindings(name)} {...rest} type={'file'} />;
}

/** A form with a file, as it is sent: what was not filled in is left out, objects go as JSON. */
export function fileForm(
  file: FileList | null,
  fields: Record<string, string | object | undefined>,
): FormData {
  const form = new FormData();
  if (file?.[0]) form.set('file', file[0]);
  for (const [name, value] of Object.entries(fields)) {
    if (value === undefined || value === '') continue;
    form.set(name, typeof value === 'string' ? value : JSON.stringify(value));
  }
  return form;
}
