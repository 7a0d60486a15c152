import { useState } from 'react';
import { useParams } from 'react-router';
import { queries } from '../api/client.js';
import { Loaded } from '../parts/loaded.js';
import './applications.css';
import { ApplicationForm } from './application-form.js';
import { CaseView } from './case-view.js';

/** A case of the recipient: the form while it may be written, what was handed in after that. */
export function Component() {
  const { id = '' } = useParams();
  // Somebody else may hand in or remove the draft: what is not saved here stays on the page all the same.
  const [hasUnsaved, tellUnsaved] = useState(false);
  const query = queries.useQuery('get', '/api/v1/applications/{id}', { params: { path: { id } } });
  return (
    <Loaded query={query}>
      {(application) =>
        hasUnsaved || application.actions.includes('edit') ? (
          <ApplicationForm key={id} application={application} tellUnsaved={tellUnsaved} />
        ) : (
          <CaseView application={application} />
        )
      }
    </Loaded>
  );
}
