import { ValidationMessage } from '@digdir/designsystemet-react';
import { useFindings } from '../parts/findings.js';

interface PartHeadProps {
  /** The part of the content that it is about: what is wrong with it as a whole is told here. */
  name: string;
  title: string;
  help?: string;
}

export function PartHead({ name, title, help }: PartHeadProps) {
  const { id, error } = useFindings(name);
  return (
    <>
      <h2 id={id} tabIndex={-1}>
        {title}
      </h2>
      {help ? <p>{help}</p> : null}
      {error ? <ValidationMessage>{error}</ValidationMessage> : null}
    </>
  );
}
