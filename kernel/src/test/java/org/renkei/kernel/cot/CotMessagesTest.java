package org.renkei.kernel.cot;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CotMessagesTest {
    @Test
    void agreeOnTheProtocol() {
        var request = again(CotMessages.request("ANDROID-1", 1, Events.TIME));
        assertThat(CotMessages.requested(request)).hasValue("1");
        assertThat(CotMessages.answered(request)).isEmpty();
        var answer = again(CotMessages.answer("node", true, Events.TIME));
        assertThat(CotMessages.answered(answer)).hasValue("true");
        var offer = again(CotMessages.offer("node", Events.TIME));
        assertThat(offer.type()).isEqualTo("t-x-takp-v");
        assertThat(CotXml.write(offer)).contains("<TakControl><TakProtocolSupport version=\"1\"/></TakControl>");
    }

    @Test
    void takeAThingAway() {
        var delete = again(CotMessages.delete("renkei.1", Events.TIME));
        assertThat(delete.type()).isEqualTo(CotType.DELETE);
        assertThat(delete.detail().find("link").orElseThrow().attribute("uid")).hasValue("renkei.1");
    }

    private static CotEvent again(CotEvent event) {
        var xml = CotReader.read(CotXml.bytes(event));
        assertThat(CotReader.read(TakProtocol.frame(event))).isEqualTo(xml);
        return ((CotRead.Heard) xml).event();
    }
}
