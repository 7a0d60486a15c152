import type { Schemas } from '../api/client.js';
import { useText } from '../frame/language.js';
import { useList } from '../parts/use-list.js';
import type { Application } from './content.js';
import { findEvents, type CaseEvent } from './events.js';
import { useColleagues } from '../parts/people.js';

interface TimelineProps {
  application: Application;
  decisions: readonly Schemas['DecisionItem'][];
}

export function Timeline({ application, decisions }: TimelineProps) {
  const { moment } = useText();
  const letters =
    useList<Schemas['LetterItem']>('/api/v1/letters', { applicationId: application.id }).rows ?? [];
  const inWords = useEventWords();
  return (
    <ol className="timeline">
      {findEvents(application, decisions, letters).map((event) => (
        <li key={`${event.kind} ${event.at}`}>
          <time dateTime={event.at}>{moment(event.at)}</time> {inWords(event)}
        </li>
      ))}
    </ol>
  );
}

function useEventWords() {
  const { t, named } = useText();
  const { name: nameOf } = useColleagues();
  return ({ kind, by, what }: CaseEvent) => {
    const group = kind === 'letter' ? 'letterKind' : 'decisionOutcome';
    return t(`web.applications.event.${kind}`, {
      by: by === undefined ? undefined : nameOf(by),
      what: what === undefined ? undefined : named(group, what),
    });
  };
}
