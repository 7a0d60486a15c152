import { ValidationMessage } from '@digdir/designsystemet-react';
import { useFindings } from '../parts/findings.js';

/** What is said of a group of fields or a list as a whole, and the place that the list of findings leads to. */
export function FieldFinding({ name }: { name: string }) {
  const { id, error } = useFindings(name);
  return (
    <div id={id} tabIndex={-1} className="field-finding">
      {error ? <ValidationMessage>{error}</ValidationMessage> : null}
    </div>
  );
}
