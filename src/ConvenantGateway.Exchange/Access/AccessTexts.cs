namespace ConvenantGateway.Exchange;

/// <summary>The English of reasons. The rules themselves speak Dutch; rule ids and evidence words stand beside it.</summary>
internal static class AccessTexts
{
    /// <summary>What each word of a reason means.</summary>
    public static string English(string id) => id switch
    {
        "unreadable" => "the evaluation cannot be read: a member is missing, has the wrong type or names something unknown",
        "subject-not-caller" => "you can only ask on your own behalf: `subject` must be of type `partner` with your own id",
        "action-unknown" => "`action.name` must be `push`, `read`, `search` or `status`",
        "resource-unknown" => "`resource` must be of type `partner`",
        "not-a-party" => "this organisation is no party here",
        "purpose-missing" => "`context.purpose` must name a purpose of the list",
        "ground-missing" => "`context.ground` must name a ground of the list",
        "nothing-released" => "a rule applies, but it releases nothing about the persons that you named",
        "own-register" => "your own register: no rule is needed",
        "own-register-closed" => "you have no register here to write to",
        "answer-elsewhere" => "you may ask; the answer depends on what the holder itself recorded",
        "no-rule" => "no rule of the covenant permits this disclosure",
        "ground-unfit" => "a rule exists, but it demands another ground",
        "evidence-missing" => "evidence is missing: see `unmet`",
        "prohibited" => "a rule prohibits this disclosure",
        "advice" => "advice of the rule: see the Dutch text",
        "party-expired" => "an organisation of this kind takes no part at this date",
        "party-suspended" => "this organisation is suspended",
        "not-signed" => "this organisation has not signed the covenant",
        "covenant-expired" => "the covenant is not in force at this date",
        _ => "not permitted: the Dutch text says why",
    };
}
