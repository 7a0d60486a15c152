import { api } from '../api/client.js';
import { ChoosePassword } from './choose-password.js';

/** Where somebody who has forgotten their password chooses a new one. */
export function Component() {
  return (
    <ChoosePassword
      title="web.reset.title"
      send={(body) => api.POST('/api/v1/public/password-resets/accept', { body })}
    />
  );
}
