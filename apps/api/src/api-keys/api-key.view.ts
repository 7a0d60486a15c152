import { KEY_SCOPES } from '#core/vocabulary';
import { day, id, instant, many, oneOf, orNull, Shows, text } from '../http/view-fields.js';

/** Of a machine's key, all but the key. The id stands in the key too, after `medel_`, without hyphens. */
class ApiKeyFacts {
  @Shows(id) id: string;
  @Shows(text) name: string;
  @Shows(many(oneOf(KEY_SCOPES))) scopes: (typeof KEY_SCOPES)[number][];
  @Shows(instant) createdAt: string;
  @Shows(day) expiresOn: string;
}

class ApiKeyView extends ApiKeyFacts {
  @Shows(orNull(instant)) lastUsedAt: string | null;
}

export class ApiKeysView {
  @Shows(many(ApiKeyView)) items: ApiKeyView[];
}

/** `key` is shown once. */
export class NewApiKeyView extends ApiKeyFacts {
  @Shows(text) key: string;
}
