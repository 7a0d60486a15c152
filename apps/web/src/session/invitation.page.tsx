import { api } from '../api/client.js';
import { ChoosePassword } from './choose-password.js';

/** Where somebody who is invited chooses a first password. */
export function Component() {
  return (
    <ChoosePassword
      title="web.invitation.title"
      send={(body) => api.POST('/api/v1/public/invitations/accept', { body })}
    />
  );
}
