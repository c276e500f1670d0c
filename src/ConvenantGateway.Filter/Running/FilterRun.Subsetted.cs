namespace ConvenantGateway.Filter;

/// <summary>The <c>SUBSETTED</c> tag: taken from the input without a word, and written anew at the end of the tags, so that filtering twice is filtering once.</summary>
internal ref partial struct FilterRun
{
    private void MarkSubsetted()
    {
        _output.Flush();
        if (_tagEnd >= 0)
        {
            _output.Insert(_tagEnd, """,{"system":"http://terminology.hl7.org/CodeSystem/v3-ObservationValue","code":"SUBSETTED"}"""u8);
        }
        else if (_metaEnd >= 0)
        {
            _output.Insert(_metaEnd, ""","tag":[{"system":"http://terminology.hl7.org/CodeSystem/v3-ObservationValue","code":"SUBSETTED"}]"""u8);
        }
        else
        {
            _output.Insert(_output.Length - 1, ""","meta":{"tag":[{"system":"http://terminology.hl7.org/CodeSystem/v3-ObservationValue","code":"SUBSETTED"}]}"""u8);
        }
    }
}
