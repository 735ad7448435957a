/**
 * The KPI language: files of definitions, and single formulas.
 *
 * Functions, statistics, kinds of input, calendars and cadences are names, not tokens: a new one does not touch this
 * file. Every keyword but the six of `if then else and or not` may also be a name. Line breaks mean nothing.
 */
grammar Kpi;

options {
    superClass = org.kpilang.dsl.internal.GuardedParser;
}

// Entry rules ---------------------------------------------------------------------------------------------------------

file
    : statement* EOF
    ;

formula
    : expression EOF
    ;

// Statements ----------------------------------------------------------------------------------------------------------

statement
    : CURRENCY name (',' name)*                                                     # currencyStatement
    | UNIT name (',' name)*                                                         # unitStatement
    | DIMENSION name (',' name)*                                                    # dimensionStatement
    | CALENDAR calendar                                                             # calendarStatement
    | INPUT inputName (',' inputName)* (':' unit? kind)? inputAttribute*            # inputStatement
    | CONSTANT name '=' expression                                                  # constantStatement
    | DEFINE name '(' parameters? ')' '=' expression                                # defineStatement
    | OBJECTIVE name text?                                                          # objectiveStatement
    | USE name ('.' name)* wanted? bound?                                           # useStatement
    | KPI name text? (VARIANT variant=name)? '=' expression properties?             # kpiStatement
    | KPI name text? (VARIANT variant=name)? properties                             # kpiStatement
    | KPI name text                                                                 # kpiStatement
    ;

wanted
    : ONLY wantedKpi (',' wantedKpi)*
    ;

// Under another name, the bindings hold for it alone.
wantedKpi
    : valueName (AS name text?)?
    ;

bound
    : WITH binding (',' binding)*
    ;

// Without a formula, the name stands for itself.
binding
    : name ('=' expression)?
    ;

calendar
    : sort=calendarWord (FROM month=calendarWord)? yearName?                        # calendarOfMonths
    | sort=calendarWord timeUnit                                                    # calendarOfWeeks
    | division yearEnd (leapWeek yearName? | yearName leapWeek?)?                   # calendarOfFiscalWeeks
    | sort=calendarWord calendarYear+ (UNTIL period)?                               # calendarOfTable
    ;

yearName
    : NAMED BY calendarWord
    ;

// Written without blanks: 4-4-5, 4-5-4, 5-4-4, 13x4.
division
    : NUMBER ('-' NUMBER '-' NUMBER | IDENTIFIER)
    | text
    ;

// ends last saturday of september, ends saturday nearest end of january
yearEnd
    : ends=calendarWord weekEnd
    ;

weekEnd
    : LAST? words+=calendarWord+ (OF month=calendarWord)?
    ;

leapWeek
    : leap=calendarWord WEEK IN MONTH NUMBER
    ;

calendarYear
    : year=period ':' start+=period (',' start+=period)*
    ;

calendarWord
    : IDENTIFIER
    ;

inputName
    : name text?
    ;

kind
    : IDENTIFIER
    ;

inputAttribute
    : WEIGHTED BY name                                                              # weight
    | ABSENT IS absence                                                             # absentIs
    | ABSENT CARRIES FORWARD (FOR NUMBER PERIODS)?                                  # absentCarriesForward
    | RANGE range                                                                   # inputRange
    ;

absence
    : IDENTIFIER
    ;

parameters
    : name (',' name)*
    ;

// Which values there can be: range 0 to 100, range at least 0, range above 0.
range
    : amount TO amount                                                              # rangeBetween
    | AT LEAST amount                                                               # rangeAtLeast
    | AT MOST amount                                                                # rangeAtMost
    | ABOVE amount                                                                  # rangeAbove
    | BELOW amount                                                                  # rangeBelow
    ;

// What is said about a KPI --------------------------------------------------------------------------------------------

properties
    : '{' property* '}'
    ;

property
    : UNIT unit                                                                     # shownProperty
    | RANGE range                                                                   # rangeProperty
    | BETTER (HIGHER | LOWER | BETWEEN amount AND amount)                           # betterProperty
    | TARGET plus='+'? expression targetClause*                                     # targetProperty
    | STATUS band (',' band)*                                                       # statusProperty
    | LEADING valueName BY NUMBER timeUnit                                          # leadingProperty
    | COINCIDENT WITH valueName                                                     # coincidentProperty
    | LAGGING                                                                       # laggingProperty
    | level=(STRATEGIC | OPERATIONAL)                                               # levelProperty
    | QUANTITATIVE                                                                  # quantitativeProperty
    | QUALITATIVE (ON amount TO amount)?                                            # qualitativeProperty
    | SCOPE name                                                                    # scopeProperty
    | DRIVES valueName (',' valueName)*                                             # drivesProperty
    | OWNER text (',' text)*                                                        # ownerProperty
    | REVIEW (cadence | EVERY NUMBER? timeUnit)                                     # reviewProperty
    | BENCHMARK text? expression                                                    # benchmarkProperty
    | BASELINE expression (AT period)?                                              # baselineProperty
    | SINCE period                                                                  # sinceProperty
    | UNTIL period                                                                  # untilProperty
    | TAGS tag (',' tag)*                                                           # tagsProperty
    | DESCRIPTION text                                                              # descriptionProperty
    | TRAP text                                                                     # trapProperty
    | SOURCE text                                                                   # sourceProperty
    | USUALLY (LEADING | COINCIDENT | LAGGING)                                      # usuallyProperty
    | OBJECTIVE name                                                                # objectiveProperty
    | EXAMPLE (DURING period)? '{' (given (',' given)*)? GIVES expression '}'       # exampleProperty
    ;

targetClause
    : BY period                                                                     # dueClause
    | DURING period                                                                 # duringClause
    | FROM expression (AT period)?                                                  # startClause
    | FOR slice                                                                     # sliceClause
    ;

band
    : name comparator operation (OF TARGET)?                                        # boundedBand
    | name OTHERWISE                                                                # remainingBand
    ;

cadence
    : IDENTIFIER
    ;

tag
    : name
    | text
    ;

// An equation; what may stand before the equals sign is told better than a rule could.
given
    : operation
    ;

// A value without an operator, where a word such as `and` follows it.
amount
    : '-'? number
    | valueName
    | '(' expression ')'
    ;

// Formulas ------------------------------------------------------------------------------------------------------------

// `else` belongs to the `if` before it, or else is a fallback; no reading is left open.
expression
    : choice* operation (ELSE operation)*
    ;

choice
    : IF operation THEN operation ELSE
    ;

// From the tightest to the loosest. Comparisons in a row are read here and refused later, with a hint.
operation
    : operation '[' selector (',' selector)* ']'                                    # selection
    | <assoc=right> operation '^' operation                                         # power
    | '-' operation                                                                 # negation
    | operation operator=('*' | '/') operation                                      # product
    | operation operator=('+' | '-') operation                                      # sum
    | operation comparator operation                                                # comparison
    | NOT operation                                                                 # not
    | operation AND operation                                                       # conjunction
    | operation OR operation                                                        # disjunction
    | '(' expression ')'                                                            # brackets
    | name '(' (argument (OVER stretch)? (',' argument)*)? ')'                      # call
    | number                                                                        # quantity
    | name ('.' variant=name)?                                                      # reference
    ;

comparator
    : '=' | '<>' | '<' | '<=' | '>' | '>='
    ;

argument
    : AT period                                                                     # periodArgument
    | expression                                                                    # valueArgument
    ;

stretch
    : NUMBER timeUnit atLeast?                                                      # periodsStretch
    | timeUnit TO DATE atLeast?                                                     # toDateStretch
    | ALL atLeast?                                                                  # everythingStretch
    ;

atLeast
    : AT LEAST NUMBER
    ;

selector
    : (SAME WEEKDAY)? NUMBER timeUnit AGO                                           # agoSelector
    | LAST NUMBER timeUnit atLeast?                                                 # lastSelector
    | PREVIOUS timeUnit?                                                            # previousSelector
    | WHOLE timeUnit                                                                # wholeSelector
    | timeUnit TO DATE                                                              # toDateSelector
    | OPENING                                                                       # openingSelector
    | ALL (dimension (',' dimension)*)?                                             # allSelector
    | slice                                                                         # sliceSelector
    ;

slice
    : slice AND slice                                                               # allOfSlices
    | slice OR slice                                                                # anyOfSlices
    | '(' slice ')'                                                                 # bracketedSlice
    | name comparator text                                                          # comparedSlice
    | name NOT? IN '(' text (',' text)* ')'                                         # memberSlice
    ;

// Words ---------------------------------------------------------------------------------------------------------------

number
    : NUMBER unitName?
    ;

unit
    : unitFactor (operator+=('*' | '/') unitFactor)*
    ;

unitFactor
    : unitName ('^' NUMBER)?
    | NUMBER
    ;

// No keyword but a length of time, so that `target 5 strategic` has one meaning.
unitName
    : IDENTIFIER
    | QUOTED_NAME
    | timeUnit
    ;

timeUnit
    : DAY
    | WEEK
    | MONTH
    | QUARTER
    | YEAR
    ;

// Written without blanks between the parts: 2026, 2026-12, 2024-01-31, 2024-Q4, 2024-W07, FY2026, FY2026-Q1.
period
    : (NUMBER | IDENTIFIER) ('-' (NUMBER | IDENTIFIER))*
    ;

text
    : TEXT
    ;

// What stands for a number; of a KPI with variants, the one after the point: churn.average_base. A reference is written
// the same; it has no node of its own for its name, since a long text has many.
valueName
    : name ('.' variant=name)?
    ;

name
    : IDENTIFIER
    | QUOTED_NAME
    | nonReserved
    | selectorWord
    ;

// A name in a list of dimensions; the words that are selectors of their own need backticks there.
dimension
    : IDENTIFIER
    | QUOTED_NAME
    | nonReserved
    ;

selectorWord
    : ALL
    | OPENING
    | PREVIOUS
    ;

nonReserved
    : ABOVE
    | ABSENT
    | AGO
    | AS
    | AT
    | BASELINE
    | BELOW
    | BENCHMARK
    | BETTER
    | BETWEEN
    | BY
    | CALENDAR
    | CARRIES
    | COINCIDENT
    | CONSTANT
    | CURRENCY
    | DATE
    | DAY
    | DEFINE
    | DESCRIPTION
    | DIMENSION
    | DRIVES
    | DURING
    | EVERY
    | EXAMPLE
    | FOR
    | FORWARD
    | FROM
    | GIVES
    | HIGHER
    | IN
    | INPUT
    | IS
    | KPI
    | LAGGING
    | LAST
    | LEADING
    | LEAST
    | LOWER
    | MONTH
    | MOST
    | NAMED
    | OBJECTIVE
    | OF
    | ON
    | ONLY
    | OPERATIONAL
    | OTHERWISE
    | OVER
    | OWNER
    | PERIODS
    | QUALITATIVE
    | QUANTITATIVE
    | QUARTER
    | RANGE
    | REVIEW
    | SAME
    | SCOPE
    | SINCE
    | SOURCE
    | STATUS
    | STRATEGIC
    | TAGS
    | TARGET
    | TO
    | TRAP
    | UNIT
    | UNTIL
    | USE
    | USUALLY
    | VARIANT
    | WEEK
    | WEEKDAY
    | WEIGHTED
    | WHOLE
    | WITH
    | YEAR
    ;

// Tokens --------------------------------------------------------------------------------------------------------------

ABOVE        : 'above';
ABSENT       : 'absent';
AGO          : 'ago';
ALL          : 'all';
AND          : 'and';
AS           : 'as';
AT           : 'at';
BASELINE     : 'baseline';
BELOW        : 'below';
BENCHMARK    : 'benchmark';
BETTER       : 'better';
BETWEEN      : 'between';
BY           : 'by';
CALENDAR     : 'calendar';
CARRIES      : 'carries';
COINCIDENT   : 'coincident';
CONSTANT     : 'constant';
CURRENCY     : 'currency';
DATE         : 'date';
DAY          : 'day' | 'days';
DEFINE       : 'define';
DESCRIPTION  : 'description';
DIMENSION    : 'dimension';
DRIVES       : 'drives';
DURING       : 'during';
ELSE         : 'else';
EVERY        : 'every';
EXAMPLE      : 'example';
FOR          : 'for';
FORWARD      : 'forward';
FROM         : 'from';
GIVES        : 'gives';
HIGHER       : 'higher';
IF           : 'if';
IN           : 'in';
INPUT        : 'input';
IS           : 'is';
KPI          : 'kpi';
LAGGING      : 'lagging';
LAST         : 'last';
LEADING      : 'leading';
LEAST        : 'least';
LOWER        : 'lower';
MONTH        : 'month' | 'months';
MOST         : 'most';
NAMED        : 'named';
NOT          : 'not';
OBJECTIVE    : 'objective';
OF           : 'of';
ON           : 'on';
ONLY         : 'only';
OPENING      : 'opening';
OPERATIONAL  : 'operational';
OR           : 'or';
OTHERWISE    : 'otherwise';
OVER         : 'over';
OWNER        : 'owner';
PERIODS      : 'period' | 'periods';
PREVIOUS     : 'previous';
QUALITATIVE  : 'qualitative';
QUANTITATIVE : 'quantitative';
QUARTER      : 'quarter' | 'quarters';
RANGE        : 'range';
REVIEW       : 'review';
SAME         : 'same';
SCOPE        : 'scope';
SINCE        : 'since';
SOURCE       : 'source';
STATUS       : 'status';
STRATEGIC    : 'strategic';
TAGS         : 'tags';
TARGET       : 'target';
THEN         : 'then';
TO           : 'to';
TRAP         : 'trap';
UNIT         : 'unit';
UNTIL        : 'until';
USE          : 'use';
USUALLY      : 'usually';
VARIANT      : 'variant';
WEEK         : 'week' | 'weeks';
WEEKDAY      : 'weekday';
WEIGHTED     : 'weighted';
WHOLE        : 'whole';
WITH         : 'with';
YEAR         : 'year' | 'years';

PLUS          : '+';
MINUS         : '-';
TIMES         : '*';
DIVIDED       : '/';
POWER         : '^';
EQUAL         : '=';
NOT_EQUAL     : '<>';
LESS          : '<';
AT_MOST       : '<=';
GREATER       : '>';
AT_LEAST      : '>=';
OPEN          : '(';
CLOSE         : ')';
OPEN_SELECTOR : '[';
CLOSE_SELECTOR: ']';
OPEN_BLOCK    : '{';
CLOSE_BLOCK   : '}';
COMMA         : ',';
COLON         : ':';
DOT           : '.';

// The sign is an operator; the suffix is glued on: 42%, 25k, 1.5M, 2B.
NUMBER
    : DIGIT+ ('.' DIGIT+)? ([eE] [+-]? DIGIT+)? [%kMB]?
    ;

IDENTIFIER
    : [\p{L}_] [\p{L}\p{Mn}\p{Mc}_0-9]*
    ;

QUOTED_NAME
    : '`' ~[`\r\n]+ '`'
    ;

TEXT
    : '"' (~["\\\r\n] | '\\' ~[\r\n])* '"'
    ;

// A quotation ends with its line at the latest, so that one slip does not swallow what follows.
UNCLOSED_TEXT
    : '"' (~["\\\r\n] | '\\' ~[\r\n])*
    ;

UNCLOSED_NAME
    : '`' ~[`\r\n]*
    ;

COMMENT
    : ('//' ~[\r\n]* | '/*' .*? '*/') -> channel(HIDDEN)
    ;

BLANK
    : [ \t\r\n\f\uFEFF]+ -> channel(HIDDEN)
    ;

// Last: the parser is the only source of errors.
UNRECOGNIZED
    : .
    ;

fragment DIGIT
    : [0-9]
    ;
