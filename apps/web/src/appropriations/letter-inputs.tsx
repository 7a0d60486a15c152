import { useText } from '../frame/language.js';
import { DayInput, TextInput } from '../parts/form.js';

export const letterDefaults = { letterReference: '', decidedOn: '', reason: '' };

/** Which decision of the Government or Parliament it follows from. */
export function LetterInputs() {
  const { t } = useText();
  return (
    <>
      <TextInput
        name="letterReference"
        label={t('web.appropriations.letter')}
        description={t('web.appropriations.letterHelp')}
      />
      <DayInput name="decidedOn" label={t('web.appropriations.decidedOn')} />
      <TextInput name="reason" label={t('web.appropriations.reason')} rows={3} />
    </>
  );
}
