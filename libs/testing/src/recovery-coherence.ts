/** What holds of money demanded back: as the other invariants, each selects what breaks it. */
export const RECOVERY_INVARIANTS: Record<string, string> = {
  'I1 no more is demanded back than was paid out': `
    SELECT d.application_id FROM recoveries r JOIN decisions d ON d.id = r.decision_id
    WHERE r.status <> 'dropped' GROUP BY d.application_id
    HAVING sum(r.amount) > (SELECT coalesce(sum(p.amount), 0) FROM payments p JOIN decisions pd ON pd.id = p.decision_id
      WHERE pd.application_id = d.application_id AND p.status = 'executed')`,
  'I11 the books of a recovery are the sums of its entries': `
    SELECT r.id FROM recoveries r LEFT JOIN recovery_balances b ON b.recovery_id = r.id LEFT JOIN LATERAL (
      SELECT coalesce(sum(e.amount) FILTER (WHERE e.part = 'principal'), 0) AS principal,
        coalesce(sum(e.amount) FILTER (WHERE e.part = 'interest'), 0) AS interest,
        coalesce(sum(e.amount) FILTER (WHERE p.act = 'claim'), 0) AS claimed,
        coalesce(sum(e.amount) FILTER (WHERE p.act = 'interest'), 0) AS charged,
        coalesce(-sum(e.amount) FILTER (WHERE p.act = 'payment'), 0) AS paid,
        coalesce(-sum(e.amount) FILTER (WHERE p.act IN ('setOff', 'undoSetOff')), 0) AS set_off,
        coalesce(-sum(e.amount) FILTER (WHERE p.act = 'writeOff'), 0) AS written_off
      FROM recovery_postings p JOIN recovery_entries e ON e.posting_id = p.id WHERE p.recovery_id = r.id) s ON true
    WHERE (coalesce(b.principal, 0), coalesce(b.interest, 0), coalesce(b.claimed, 0), coalesce(b.charged, 0),
        coalesce(b.paid, 0), coalesce(b.set_off, 0), coalesce(b.written_off, 0))
      <> (s.principal, s.interest, s.claimed, s.charged, s.paid, s.set_off, s.written_off)`,
  'I11 what is repaid of a recovery is what the ledger has returned': `
    SELECT r.id FROM recoveries r LEFT JOIN LATERAL (SELECT coalesce(-sum(e.amount), 0) AS repaid
      FROM recovery_postings p JOIN recovery_entries e ON e.posting_id = p.id
      WHERE p.recovery_id = r.id AND p.act IN ('payment', 'setOff', 'undoSetOff') AND e.part = 'principal') s ON true
    LEFT JOIN LATERAL (SELECT coalesce(sum(e.amount), 0) AS returned FROM ledger_transactions t
      JOIN ledger_entries e ON e.transaction_id = t.id
      WHERE t.subject_type = 'recovery' AND t.subject_id = r.id AND e.account = 'returned') l ON true
    WHERE s.repaid <> l.returned`,
  'I8 a recovery owes something exactly while it is decided and not over': `
    SELECT r.id FROM recoveries r LEFT JOIN recovery_balances b ON b.recovery_id = r.id
    WHERE (r.status IN ('decided', 'settling')) <> (coalesce(b.principal + b.interest, 0) > 0)
      OR (r.status IN ('considered', 'notified', 'dropped') AND b.recovery_id IS NOT NULL)
      OR (b.claimed <> r.amount)`,
  'I3 a payment is lowered by what its recoveries were set off, as long as it pays': `
    SELECT p.id FROM payments p LEFT JOIN (SELECT payment_id, sum(CASE act WHEN 'setOff' THEN amount ELSE -amount END) AS amount
      FROM recovery_postings WHERE payment_id IS NOT NULL GROUP BY 1) s ON s.payment_id = p.id
    WHERE coalesce(s.amount, 0) <> CASE WHEN p.status = 'bounced' THEN 0 ELSE p.set_off END
      OR (p.status = 'cancelled' AND p.set_off > 0)`,
  'I9 a recovery is decided by another than prepared it': `
    SELECT id FROM recoveries WHERE decided_by_person IN (considered_by_person, notified_by_person)`,
};
