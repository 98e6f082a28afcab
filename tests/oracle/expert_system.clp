; Framesage's reasoning, written again in CLIPS: an oracle for the tests, not part of the product.
;
; A rule base is a set of facts (see translation.py), a project another one. Conditions are trees of
; nodes. Every node and every proposition has a level above those that it depends on, so that one
; pass over the levels concludes everything; the rules of advice follow after the verdict.

; --- the rule base ---

(deftemplate evidence
  (slot symbol) (slot proposition) (slot strength) (slot group) (slot side))

(deftemplate inference  ; a derivation, or a rule of guidance for one candidate
  (slot id) (slot node) (slot proposition) (slot strength) (slot group) (slot side))

(deftemplate proposition (slot name) (slot level))

(deftemplate node
  (slot id) (slot level)
  (slot kind)  ; observed, believed, disbelieved, all, any, none or at-least
  (slot proposition (default "")) (slot threshold (default 0.0)) (slot minimum (default 0)))

(deftemplate part (slot of) (slot node))

(deftemplate looks-for (slot node) (slot symbol) (slot reliability))

(deftemplate advice (slot id) (slot node) (slot scope))  ; choosers, outside or any

(deftemplate candidate (slot id))

(deftemplate framework (slot id))

(deftemplate outside-trait (slot proposition))

; --- a project ---

(deftemplate observed (slot symbol) (slot reliability) (slot implied) (slot located))

(deftemplate declared (slot proposition) (slot value))

(deftemplate off (slot rule))

(deftemplate context (slot framework-declared) (slot supports) (slot apart))

; --- what is concluded ---

(deftemplate reason  ; counted: the weight that is left after the discount of its group
  (slot proposition) (slot side) (slot group) (slot source) (slot weight) (slot counted) (slot node))

(deftemplate value (slot node) (slot belief))

(deftemplate conclusion (slot proposition) (slot for) (slot against) (slot belief) (slot disbelief))

(deftemplate verdict (slot kind) (slot favors) (slot certainty))

(deftemplate fired (slot rule))

(deftemplate level (slot now))

(defglobal
  ?*low* = 0.0 ?*medium* = 0.0 ?*high* = 0.0 ?*majority* = 0.0 ?*last* = 0 ?*verdict* = 0)

; --- certainty ---

(deffunction weight (?strength) (- 0 (log (- 1 (min ?strength 0.999999)))))

(deffunction belief (?weight) (if (> ?weight 0) then (- 1 (exp (- 0 ?weight))) else 0.0))

; CLIPS lacks log1p and expm1, so that a belief can be off by a rounding error.
(deffunction reaches (?belief ?least) (>= ?belief (- ?least 1e-9)))

(deffunction certainty (?belief)
  (if (reaches ?belief ?*high*) then "high"
   else (if (reaches ?belief ?*medium*) then "medium"
   else (if (reaches ?belief ?*low*) then "low" else ""))))

; --- evidence ---

(defrule weigh-evidence
  (observed (symbol ?s) (reliability ?r&:(> ?r 0)) (implied no))
  (evidence (symbol ?s) (proposition ?p) (strength ?strength) (group ?g) (side ?side))
  (not (observed (symbol ?s) (implied no) (reliability ?better&:(> ?better ?r))))
  =>
  (assert (reason (proposition ?p) (side ?side) (group ?g) (source ?s)
                  (weight (* ?r (weight ?strength))) (counted 0.0) (node 0))))

; --- conditions, level by level ---

(defrule observe
  (level (now ?now))
  (node (id ?n) (level ?now) (kind observed))
  (looks-for (node ?n) (symbol ?s) (reliability ?least))
  (observed (symbol ?s) (reliability ?r&:(and (> ?r 0) (>= ?r ?least))))
  (not (and (looks-for (node ?n) (symbol ?other))
            (observed (symbol ?other) (reliability ?better&:(> ?better ?r)))))
  =>
  (assert (value (node ?n) (belief ?r))))

(defrule believe
  (level (now ?now))
  (node (id ?n) (level ?now) (kind believed) (proposition ?p) (threshold ?least))
  (conclusion (proposition ?p) (belief ?b&:(and (> ?b 0) (reaches ?b ?least))))
  =>
  (assert (value (node ?n) (belief ?b))))

(defrule disbelieve
  (level (now ?now))
  (node (id ?n) (level ?now) (kind disbelieved) (proposition ?p) (threshold ?least))
  (conclusion (proposition ?p) (disbelief ?b&:(and (> ?b 0) (reaches ?b ?least))))
  =>
  (assert (value (node ?n) (belief ?b))))

(defrule all-of-nothing
  (level (now ?now))
  (node (id ?n) (level ?now) (kind all))
  (not (part (of ?n)))
  =>
  (assert (value (node ?n) (belief 1.0))))

(defrule all
  (level (now ?now))
  (node (id ?n) (level ?now) (kind all))
  (not (and (part (of ?n) (node ?m)) (not (value (node ?m)))))
  (part (of ?n) (node ?weakest))
  (value (node ?weakest) (belief ?b))
  (not (and (part (of ?n) (node ?k)) (value (node ?k) (belief ?c&:(< ?c ?b)))))
  =>
  (assert (value (node ?n) (belief ?b))))

(defrule any
  (level (now ?now))
  (node (id ?n) (level ?now) (kind any))
  (part (of ?n) (node ?strongest))
  (value (node ?strongest) (belief ?b))
  (not (and (part (of ?n) (node ?k)) (value (node ?k) (belief ?c&:(> ?c ?b)))))
  =>
  (assert (value (node ?n) (belief ?b))))

(defrule none
  (level (now ?now))
  (node (id ?n) (level ?now) (kind none))
  (not (and (part (of ?n) (node ?m)) (value (node ?m))))
  =>
  (assert (value (node ?n) (belief 1.0))))

(deffunction beliefs-of (?node)
  (bind ?found (create$))
  (do-for-all-facts ((?part part)) (= ?part:of ?node)
    (bind ?m ?part:node)
    (do-for-fact ((?value value)) (= ?value:node ?m)
      (bind ?found (create$ ?found ?value:belief))))
  (sort < ?found))  ; the strongest first

(defrule at-least
  (level (now ?now))
  (node (id ?n) (level ?now) (kind at-least) (minimum ?minimum))
  =>
  (bind ?ranked (beliefs-of ?n))
  (if (>= (length$ ?ranked) ?minimum) then
    (assert (value (node ?n) (belief (nth$ ?minimum ?ranked))))))

; --- propositions ---

(defrule infer
  (level (now ?now))
  (proposition (name ?p) (level ?now))
  (inference (id ?id) (node ?n) (proposition ?p) (strength ?strength) (group ?g) (side ?side))
  (not (off (rule ?id)))
  (value (node ?n) (belief ?b))
  =>
  (assert (reason (proposition ?p) (side ?side) (group ?g) (source ?id)
                  (weight (* ?b (weight ?strength))) (counted 0.0) (node ?n))))

; Of a group, the strongest reason counts in full, the next one half, the next one a quarter.
(deffunction is-weaker (?a ?b)
  (if (= (fact-slot-value ?a weight) (fact-slot-value ?b weight))
   then (> (str-compare (fact-slot-value ?a source) (fact-slot-value ?b source)) 0)
   else (< (fact-slot-value ?a weight) (fact-slot-value ?b weight))))

(deffunction count-reasons (?p ?side)
  (bind ?sum 0.0)
  (bind ?groups (create$))
  (bind ?reasons (find-all-facts ((?r reason)) (and (eq ?r:proposition ?p) (eq ?r:side ?side))))
  (foreach ?reason (sort is-weaker ?reasons)
    (bind ?group (fact-slot-value ?reason group))
    (bind ?rank 0)
    (foreach ?counted ?groups (if (eq ?counted ?group) then (bind ?rank (+ ?rank 1))))
    (bind ?groups (create$ ?groups ?group))
    (bind ?weight (/ (fact-slot-value ?reason weight) (** 2 ?rank)))
    (bind ?sum (+ ?sum ?weight))
    (modify ?reason (counted ?weight)))
  ?sum)

(defrule conclude
  (declare (salience -10))  ; after the inferences of this level
  (level (now ?now))
  (proposition (name ?p) (level ?now))
  (or (exists (reason (proposition ?p))) (declared (proposition ?p)))
  (not (conclusion (proposition ?p)))
  =>
  (bind ?for (count-reasons ?p for))
  (bind ?against (count-reasons ?p against))
  (bind ?belief (belief (- ?for ?against)))
  (bind ?disbelief (belief (- ?against ?for)))
  (do-for-fact ((?d declared)) (eq ?d:proposition ?p)
    (bind ?belief (if (eq ?d:value yes) then 1.0 else 0.0))
    (bind ?disbelief (- 1.0 ?belief)))
  (assert (conclusion (proposition ?p) (for ?for) (against ?against)
                      (belief ?belief) (disbelief ?disbelief))))

(defrule next-level
  (declare (salience -100))
  ?level <- (level (now ?now&:(< ?now ?*last*)))
  =>
  (retract ?level)
  (assert (level (now (+ ?now 1)))))

; --- what a reason rests on: used where another framework than the one in use is favored ---

(deffunction belief-in (?p)
  (do-for-fact ((?c conclusion)) (eq ?c:proposition ?p) (return ?c:belief))
  0.0)

(deffunction is-node (?n ?kind)
  (any-factp ((?node node)) (and (= ?node:id ?n) (eq ?node:kind ?kind))))

(deffunction supporting-leaves (?n)
  (if (or (is-node ?n none) (not (any-factp ((?v value)) (= ?v:node ?n)))) then (return (create$)))
  (bind ?leaves (create$))
  (bind ?is-leaf TRUE)
  (do-for-all-facts ((?p part)) (= ?p:of ?n)
    (bind ?m ?p:node)
    (if (any-factp ((?v value)) (= ?v:node ?m)) then
      (bind ?is-leaf FALSE)
      (bind ?leaves (create$ ?leaves (supporting-leaves ?m)))))
  (if ?is-leaf then (create$ ?n) else ?leaves))

(deffunction is-located-leaf (?n)
  (do-for-all-facts ((?l looks-for)) (= ?l:node ?n)
    (bind ?symbol ?l:symbol)
    (bind ?least ?l:reliability)
    (if (any-factp ((?o observed))
          (and (eq ?o:symbol ?symbol) (>= ?o:reliability ?least) (eq ?o:located yes)))
     then (return TRUE)))
  FALSE)

(deffunction proposition-of (?n)
  (do-for-fact ((?node node)) (and (= ?node:id ?n) (eq ?node:kind believed))
    (return ?node:proposition))
  "")

(deffunction is-framework (?n) (eq 1 (str-index "uses:" (proposition-of ?n))))

(deffunction telling-leaves (?n)
  (bind ?leaves (supporting-leaves ?n))
  (bind ?telling (create$))
  (foreach ?leaf ?leaves (if (not (is-framework ?leaf)) then (bind ?telling (create$ ?telling ?leaf))))
  (if (= 0 (length$ ?telling)) then ?leaves else ?telling))

(deffunction is-located-behind (?p ?depth)
  (bind ?reasons
    (find-all-facts ((?r reason)) (and (eq ?r:proposition ?p) (eq ?r:side for) (> ?r:counted 0))))
  (bind ?strongest 0.0)
  (foreach ?r ?reasons (bind ?strongest (max ?strongest (fact-slot-value ?r counted))))
  (foreach ?r ?reasons
    (if (>= (fact-slot-value ?r counted) (* 0.25 ?strongest)) then
      (bind ?n (fact-slot-value ?r node))
      (bind ?source (fact-slot-value ?r source))
      (if (and (= ?n 0) (any-factp ((?o observed))
                          (and (eq ?o:symbol ?source) (eq ?o:implied no) (eq ?o:located yes))))
       then (return TRUE))
      (if (and (> ?n 0) (> ?depth 0)) then
        (foreach ?leaf (telling-leaves ?n)
          (if (is-located-leaf ?leaf) then (return TRUE))
          (if (and (neq "" (proposition-of ?leaf))
                   (is-located-behind (proposition-of ?leaf) (- ?depth 1))) then (return TRUE))))))
  FALSE)

(deffunction is-declared (?n)
  (foreach ?leaf (supporting-leaves ?n)
    (do-for-fact ((?node node)) (and (= ?node:id ?leaf) (neq ?node:proposition ""))
      (bind ?p ?node:proposition)
      (if (any-factp ((?d declared)) (eq ?d:proposition ?p)) then (return TRUE))
      (do-for-all-facts ((?r reason))
        (and (eq ?r:proposition ?p) (eq ?r:side for) (> ?r:node 0))
        (if (is-declared ?r:node) then (return TRUE)))))
  FALSE)

(deffunction is-founded-node (?n)
  (foreach ?leaf (supporting-leaves ?n)
    (if (is-located-leaf ?leaf) then (return TRUE))
    (if (and (neq "" (proposition-of ?leaf)) (is-located-behind (proposition-of ?leaf) 1))
     then (return TRUE)))
  (is-declared ?n))

(deffunction is-founded (?p)
  (bind ?groups (create$))
  (bind ?founded FALSE)
  (do-for-all-facts ((?r reason)) (and (eq ?r:proposition ?p) (eq ?r:side for))
    (if (not (member$ ?r:group ?groups)) then (bind ?groups (create$ ?groups ?r:group)))
    (if (and (> ?r:node 0) (is-founded-node ?r:node)) then (bind ?founded TRUE)))
  (or ?founded (> (length$ ?groups) 1)))

; --- the verdict ---

(deffunction used-candidates ()
  (bind ?found (create$))
  (do-for-all-facts ((?c candidate)) (reaches (belief-in (str-cat "uses:" ?c:id)) ?*medium*)
    (bind ?found (create$ ?found ?c:id)))
  ?found)

(deffunction uses-any-framework ()
  (any-factp ((?f framework)) (reaches (belief-in (str-cat "uses:" ?f:id)) ?*medium*)))

(deffunction is-web ()
  (do-for-fact ((?d declared)) (eq ?d:proposition "trait:web-application")
    (return (eq ?d:value yes)))
  (or (reaches (belief-in "trait:web-application") ?*medium*) (any-factp ((?d declared)) (eq ?d:value yes))))

(deffunction is-outside ()
  (if (uses-any-framework) then (return (= 0 (length$ (used-candidates)))))
  (or (any-factp ((?c context)) (eq ?c:supports yes))
      (any-factp ((?o outside-trait)) (reaches (belief-in ?o:proposition) ?*medium*))))

(deffunction weight-for (?id)
  (bind ?p (str-cat "favors:" ?id))
  (do-for-fact ((?o conclusion)) (eq ?o:proposition ?p) (return ?o:for))
  0.0)

(deffunction best-candidate ()
  (bind ?best "")
  (do-for-all-facts ((?c candidate)) TRUE
    (if (or (eq ?best "") (> (weight-for ?c:id) (weight-for ?best))) then (bind ?best ?c:id)))
  ?best)

(deffunction best-rival (?best)
  (bind ?weight 0.0)
  (do-for-all-facts ((?c candidate)) (neq ?c:id ?best)
    (bind ?weight (max ?weight (weight-for ?c:id))))
  ?weight)

(deffunction decide-for (?kind ?favors ?certainty)
  (assert (verdict (kind ?kind) (favors ?favors) (certainty ?certainty))))

(deffunction reach-verdict ()
  (bind ?used (used-candidates))
  (if (not (is-web)) then (decide-for "outside" "" "") (return))
  (if (and (any-factp ((?c context)) (eq ?c:framework-declared yes)) (= 1 (length$ ?used))) then
    (decide-for "favors" (nth$ 1 ?used) "declared")
    (return))
  (if (is-outside) then (decide-for "outside" "" "") (return))
  (bind ?best (best-candidate))
  (bind ?for (weight-for ?best))
  (bind ?against (best-rival ?best))
  (bind ?certainty (certainty (belief (- ?for ?against))))
  (bind ?is-clear
    (and (neq ?certainty "") (reaches (/ ?for (max (+ ?for ?against) 1e-9)) ?*majority*)))
  (if (not ?is-clear) then
    (decide-for (if (reaches (belief ?for) ?*medium*) then "either" else "undecided") "" "")
    (return))
  (if (and (= 1 (length$ ?used)) (neq ?best (nth$ 1 ?used))
           (not (is-founded (str-cat "favors:" ?best))))
   then (decide-for "undecided" "" "")
   else (decide-for "favors" ?best ?certainty)))

(deffunction observe-result (?symbol)
  (assert (observed (symbol ?symbol) (reliability 1.0) (implied no) (located no))))

(deffunction observe-verdict (?name ?certainty)
  (observe-result (str-cat "verdict:" ?name))
  (if (member$ ?certainty (create$ "low" "medium" "high")) then
    (observe-result (str-cat "verdict:" ?name ":low")))
  (if (member$ ?certainty (create$ "medium" "high")) then
    (observe-result (str-cat "verdict:" ?name ":medium")))
  (if (eq ?certainty "high") then (observe-result (str-cat "verdict:" ?name ":high"))))

(defrule decide
  (declare (salience 10))
  (level (now ?now&:(= ?now ?*verdict*)))
  =>
  (reach-verdict)
  (do-for-fact ((?v verdict)) TRUE
    (observe-verdict (if (eq ?v:favors "") then ?v:kind else ?v:favors) ?v:certainty))
  (do-for-fact ((?c context)) TRUE
    (if (eq ?c:framework-declared yes) then (observe-result "decided"))
    (if (> (length$ (used-candidates)) 1) then
      (observe-result (if (eq ?c:apart yes) then "parts:apart" else "parts:together")))))

; --- advice ---

(deffunction is-applicable ()
  (and (not (any-factp ((?v verdict)) (eq ?v:kind "outside")))
       (not (and (is-web) (reaches (belief-in "trait:reusable-package") ?*medium*)))))

(defrule advise
  (declare (salience -200))
  (level (now ?now&:(= ?now ?*last*)))
  (advice (id ?id) (node ?n) (scope ?scope))
  (value (node ?n))
  (not (off (rule ?id)))
  =>
  (if (or (eq ?scope any) (and (is-web) (or (eq ?scope outside) (is-applicable))))
   then (assert (fired (rule ?id)))))

(deffunction forget-project ()
  (do-for-all-facts
    ((?f observed declared off context reason value conclusion verdict fired level)) TRUE
    (retract ?f)))
