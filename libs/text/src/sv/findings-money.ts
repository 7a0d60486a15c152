/** Limits on the grant, the budget, proposals, appropriations and distribution keys. */
export const moneyFindings = {
  'finding.maxShareOfCosts.met':
    'För {year:year} får bidraget täcka högst {percent:percent} av kostnaderna, alltså {maxRequested:kr} av {costs:kr}. Beloppet är {requested:kr}[, det vill säga {share:percent}].',
  'finding.maxShareOfCosts.notMet':
    'För {year:year} får bidraget täcka högst {percent:percent} av kostnaderna, alltså {maxRequested:kr} av {costs:kr}, men beloppet är {requested:kr}[, det vill säga {share:percent}].',
  'finding.maxShareOfCosts.needsJudgement':
    'Bidraget får täcka högst {percent:percent} av kostnaderna. Det går inte att kontrollera, eftersom {reason:reason}.',
  'finding.ownShare':
    'För {year:year} får statsbidragen sammanlagt täcka högst {percent:percent} av kostnaderna, alltså {maxRequested:kr} av {costs:kr}. Det här bidraget är {requested:kr} och andra statsbidrag {otherStateGrant:kr}, sammanlagt {stateShare:percent}. Minst {minOwnMoney:kr} behöver vara medfinansiering som inte är statsbidrag, och nu är den {ownMoney:kr}.',
  'finding.maxAmount.met':
    'Bidraget får vara högst {max:kr}[ i steget {step:step}]. Beloppet är {requested:kr}.',
  'finding.maxAmount.notMet':
    'Bidraget får vara högst {max:kr}[ i steget {step:step}], men beloppet är {requested:kr}.',
  'finding.maxYears.met': 'Bidraget får avse högst {max} år. Antalet år är {years:count}[: {years}].',
  'finding.maxYears.notMet': 'Bidraget får avse högst {max} år, men antalet år är {years:count}[: {years}].',
  'finding.budgetBalance.met':
    'Bidrag och medfinansiering ska tillsammans vara lika stora som kostnaderna. För {year:year} är bidraget {requested:kr}, medfinansieringen {coFinancing:kr} och kostnaderna {costs:kr}, så budgeten går ihop.',
  'finding.budgetBalance.notMet':
    'Bidrag och medfinansiering ska tillsammans vara lika stora som kostnaderna. För {year:year} är bidraget {requested:kr}, medfinansieringen {coFinancing:kr} och kostnaderna {costs:kr}. Skillnaden är {difference:kr}.',

  'finding.reasonsMissing': 'Beslutet ska motiveras. Skriv skälen.',
  'finding.notEligible':
    'Sökanden uppfyller inte alla villkor för bidraget, och då går det inte att föreslå bifall. Inte uppfyllt: {rules:rule}.',
  'finding.judgementPending': 'En handläggare behöver bedöma några villkor före beslutet: {rules:rule}.',
  'finding.noMoneyGranted': 'Ett bifall ska ge pengar minst ett år. Ange ett belopp större än 0 kr.',
  'finding.aboveRequested':
    'Bidraget får inte vara större än det sökta. För {year} är {requested:kr} sökt och {granted:kr} föreslaget.',
  'finding.shareInvalid':
    'Delutbetalningens andel ska vara större än 0 och högst 1, med högst fyra decimaler. Här står {share}.',
  'finding.instalmentYearNotGranted':
    'En delutbetalning behöver avse ett år med bidrag, men {year} har inget.',
  'finding.instalmentSharesNotWhole':
    'Delutbetalningarna ska tillsammans bli 100 procent av årets bidrag. För {year} blir de {sum:share}.',
  'finding.moneyWithoutApproval':
    'Beslutet {outcome:decisionOutcome} kan inte ge pengar. Ta bort {years.amount:kr} för {years.year}.',

  'finding.notAGrant':
    'Bara ett beslut som ger pengar kan ändras eller upphävas så. Det här beslutet är {outcome:decisionOutcome}.',
  'finding.nothingAmended':
    'Ändringen ändrar inget. Ange minst ett belopp, ett datum eller ett villkor som blir ett annat.',
  'finding.belowPaid':
    'För {year} är {paid:kr} redan utbetalt eller på väg till banken, så beloppet kan inte bli {amount:kr}. En ändring tar inte tillbaka pengar. Skillnaden, {toRecover:kr}, återkrävs i så fall för sig.',
  'finding.yearSettled':
    'En godkänd redovisning har slutreglerat {year}. Beloppet {granted:kr} kan inte höjas, och inte sänkas under de {entitled:kr} som mottagaren har rätt till. Här står {amount:kr}.',
  'finding.reportHandedIn':
    'En {kind:reportKind} för {year} är redan inlämnad och kan inte tas bort. Låt den stå kvar i ändringen.',
  'finding.amendmentOutdated':
    'Förslaget utgår från {before:kr} för {year}, men nu gäller {now:kr}. Lämna tillbaka det och gör ett nytt.',

  'finding.otherStateGrant':
    'Organisationen har också bidraget {registryNumber}[ ({title})] för {years.year}. Insatserna {activities.own} och {activities.other} sammanfaller[ i {activities.areaCodes}], och båda har kostnader för {costKinds:costKind}. Som annat statsbidrag är {declared:kr} angivet. Bedöm om samma kostnader får statsbidrag två gånger.',
  'finding.paidAboveCeiling':
    'För {year:year} får bidraget täcka högst {percent:percent} av de redovisade kostnaderna, alltså {limit:kr} av {costs:kr}. Utbetalt är {paid:kr}, det vill säga {above:kr} för mycket.',
  'finding.coFinancingBelowDecided':
    'För {year:year} är {decided:kr} i medfinansiering beslutad och {reported:kr} redovisad. Skillnaden är {missing:kr}.',
  'finding.coFinancingUnproven':
    'För {year:year} är {reported:kr} i medfinansiering redovisad, och {evidenced:kr} är styrkt. Underlag saknas för {missing:kr}.',
  'finding.proofAboveReported':
    'Det går att styrka högst det som är redovisat. För {year} är {reported:kr} redovisat från källan {source:coFinancingSource}, och {proven:kr} är redan styrkt. Beloppet {amount:kr} är för stort.',
  'finding.paymentAboveCeiling':
    'Redovisningen av {year} ger rätt till {entitled:kr}. Utbetalt eller på väg till banken är {taken:kr}, så {amount:kr} till är {above:kr} för mycket. Ändra beslutet först.',

  'finding.budgetExceeded':
    'Bidraget behöver rymmas i {source:theFund}[ för {year}]. Där återstår {available:kr}, men {requested:kr} behövs. Det saknas {missing:kr}.',
  'finding.loweredBelowBound':
    '{source:theFund} för {year} får inte bli lägre än vad som är bundet. Bundet är {bound:kr}, men det nya beloppet är {after:kr}. {missing:kr} behöver frigöras först.',
  'finding.carryOverNotAllowed':
    '{appropriationCode} för {year}: oförbrukade medel får bara föras över till nästa år när bidragets program tillåter det.[ Det gör inte {programmes}.]',
  'finding.nextYearNotAppropriated':
    'Oförbrukade medel förs över till ett anslag som finns. För {year} finns inget anslag {appropriationCode} ännu.',
  'finding.yearNotAppropriated':
    'Ett villkorat år blir fast när det finns ett anslag för det. För {year} finns inget anslag {appropriationCode} ännu.',
  'finding.notAppropriated':
    'Ett bifall behöver ett anslag. För {year} eller tidigare finns inget anslag {appropriationCode}. Lägg in det först.',

  'finding.allocationAmountInvalid':
    'Summan, det minsta och det största beloppet ska vara hela kronor. Här står {total}, {floor} och {cap}.',
  'finding.allocationWeightInvalid':
    'Vikterna i fördelningen ska vara tal som är 0 eller större. Det är de inte för {codes}.',
  'finding.allocationCodeTwice':
    'Varje mottagare får finnas en gång i fördelningen. Flera gånger finns {codes}.',
  'finding.allocationCapBelowFloor':
    'Det största beloppet, {cap:kr}, får inte vara mindre än det minsta, {floor:kr}.',
  'finding.allocationFloorTooHigh':
    'Det minsta beloppet, {floor:kr} till var och en, kräver {least:kr}. Summan att fördela är {total:kr}.',
  'finding.allocationNoWeight':
    'Någon mottagare behöver ha en vikt större än 0 för att {total:kr} ska kunna fördelas.',
  'finding.allocationNobody':
    'Ingen mottagare uppfyller alla villkor, så {total:kr} går inte att fördela. {needJudgement} mottagare behöver bedömas.',
  'finding.allocationNoValues':
    'Det går inte att fördela efter {measure:measure}, eftersom måttet saknar värden för {year} och tidigare.',
  'finding.allocationCapTooLow':
    'Med högst {cap:kr} till var och en går bara {most:kr} att fördela. Summan att fördela är {total:kr}.',

  'finding.nothingClaimed': 'Ett återkrav behöver vara större än 0 kr.',
  'finding.moreThanPaid':
    'Det går att kräva tillbaka högst det som är utbetalt och inte redan är återkrävt, {recoverable:kr}. Beloppet är {amount:kr}.',
  'finding.moreThanPaidOfYear':
    'För {year} går det att kräva tillbaka högst {recoverable:kr}. Beloppet är {amount:kr}.',
  'finding.claimYears': 'Åren ska tillsammans bli återkravet, {amount:kr}. Nu blir de {sum:kr}.',
  'finding.mayStillAnswer':
    'Mottagaren får svara till och med den {answerBy}. Vänta tills dess eller på svaret, eller ange varför tiden inte behöver inväntas.',
  'finding.overpayment':
    'På dagen återstod {owed:kr}, varav {interest:kr} i ränta. Inbetalningen är {amount:kr}, alltså {excess:kr} för mycket.',
  'finding.nothingPaid': 'En inbetalning behöver vara större än 0 kr. Det återstår {owed:kr}.',
  'finding.beforeInterest':
    'Räntan är redan beräknad till och med den {after}. Den {day} ligger före den dagen.',
  'finding.referenceRateMissing':
    'Riksbankens referensränta från och med den {validFrom} är inte inlagd. Lägg in den med källa först.',
  'finding.planSum':
    'Avbetalningarna ska tillsammans bli det kapital som återstår, {principal:kr}. Nu blir de {sum:kr}.',
  'finding.planPortionEmpty': 'En avbetalning behöver vara större än 0 kr.',
  'finding.planInThePast': 'En avbetalning kan inte förfalla före i dag, den {today}. Här står den {dueOn}.',
  'finding.planOrder':
    'Avbetalningarna ska förfalla en efter en. Den {dueOn} kommer inte efter den {previous}.',
  'finding.setOffTooLarge':
    'Det går att kvitta högst det som återstår, {owed:kr}, och högst det som ska betalas ut, {coming:kr}. Beloppet är {amount:kr}.',
} as const;
