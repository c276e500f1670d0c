namespace ConvenantGateway.Policy;

/// <summary>The permanent codes of everything that can be wrong in a policy folder. A code is never reused.</summary>
public static class PolicyErrorCodes
{
    /// <summary>The text is not YAML, not UTF-8, too large or nested too deeply.</summary>
    public const string Malformed = "CG-POLICY-001";

    /// <summary>A key that this kind of file does not know.</summary>
    public const string UnknownKey = "CG-POLICY-002";

    /// <summary>The same key twice in one mapping.</summary>
    public const string DuplicateKey = "CG-POLICY-003";

    /// <summary>An anchor, alias, tag, directive or second document.</summary>
    public const string ForbiddenYaml = "CG-POLICY-004";

    /// <summary>A plain scalar whose type a reader would have to guess, such as <c>no</c> or <c>8</c> where text is meant.</summary>
    public const string UntypedScalar = "CG-POLICY-005";

    /// <summary>A key that must be there is not.</summary>
    public const string MissingKey = "CG-POLICY-006";

    /// <summary>A value of the wrong shape: a list where a mapping is meant, a date that is none.</summary>
    public const string WrongShape = "CG-POLICY-007";

    /// <summary>A word that is not in its closed list.</summary>
    public const string UnknownCode = "CG-POLICY-008";

    /// <summary>The same id or code twice.</summary>
    public const string DuplicateId = "CG-POLICY-009";

    /// <summary>A file that must be there is not, or a path that has no meaning here.</summary>
    public const string UnknownFile = "CG-POLICY-010";

    /// <summary>An article that has no entry in <c>law/</c>.</summary>
    public const string UnknownLaw = "CG-POLICY-011";

    /// <summary>The file name and the id within differ.</summary>
    public const string NameMismatch = "CG-POLICY-012";

    /// <summary>A pull where the holder is police (Wpg 23(2), Bpg 4:6).</summary>
    public const string PolicePull = "CG-POLICY-020";

    /// <summary>H3 data may be pulled only under G-DIRECT or consent.</summary>
    public const string PullTooWide = "CG-POLICY-021";

    /// <summary>A rule releases what it also lists under <c>never</c>.</summary>
    public const string NeverReleased = "CG-POLICY-022";

    /// <summary>A permitting rule without ground or release, or a prohibiting one with them.</summary>
    public const string RuleIncomplete = "CG-POLICY-023";

    /// <summary>A ground in a profile in which it does not exist, or of a party that may not rely on it.</summary>
    public const string GroundNotThere = "CG-POLICY-024";

    /// <summary>Structural provision (Wpg 18) to a kind of party that the Bpg does not designate then.</summary>
    public const string NotDesignated = "CG-POLICY-025";

    /// <summary>A covenant rule that its statute rule does not contain.</summary>
    public const string Widening = "CG-POLICY-030";

    /// <summary>A sign-off of something that needs none or is not there.</summary>
    public const string SignOff = "CG-POLICY-031";

    /// <summary>A rule that breaks an invariant.</summary>
    public const string Invariant = "CG-POLICY-032";

    /// <summary>Re-enactment outside Development.</summary>
    public const string Reenactment = "CG-POLICY-033";

    /// <summary>The rules are too many for one cell of the compiled table.</summary>
    public const string TooManyRules = "CG-POLICY-034";

    /// <summary>An annex that needs a party which is not there (clause C24).</summary>
    public const string Annex = "CG-POLICY-035";

    /// <summary>A declaration of prior investigation for a rule that asks for none, or of another paragraph.</summary>
    public const string PriorInvestigation = "CG-POLICY-036";

    /// <summary>A covenant that keeps records longer than <c>retention.yaml</c>, or shorter than the law asks.</summary>
    public const string RetentionTerm = "CG-POLICY-037";

    /// <summary>A signature of a covenant that is wrong.</summary>
    public const string Signature = "CG-POLICY-040";

    /// <summary>The operator's signature over partners, officers and pins is missing or wrong.</summary>
    public const string OperatorSignature = "CG-POLICY-041";

    /// <summary>A step of the Wegwijzer that no answer leads to.</summary>
    public const string WegwijzerUnreachable = "CG-POLICY-060";

    /// <summary>A step of the Wegwijzer that leads back to itself.</summary>
    public const string WegwijzerCycle = "CG-POLICY-061";

    /// <summary>An answer of the Wegwijzer that leads to no step and no outcome, or leans on a step that is not asked before.</summary>
    public const string WegwijzerUnknownStep = "CG-POLICY-062";

    /// <summary>A step of the Wegwijzer whose answers do not cover every case.</summary>
    public const string WegwijzerAnswers = "CG-POLICY-063";

    /// <summary>A conflict of duties without its six criteria.</summary>
    public const string WegwijzerConflict = "CG-POLICY-064";

    /// <summary>An outcome of the Wegwijzer that serves a ground it may not serve, or none where it must.</summary>
    public const string WegwijzerGround = "CG-POLICY-065";
}
