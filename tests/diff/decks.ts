/** Two decks written for the tests, in the ways that people write notes. */

export const SPANISH_NOTES = `# Biología celular

## La célula

* **Célula** => Unidad básica de los seres vivos, capaz de nutrirse, relacionarse y reproducirse.
* **Membrana plasmática**: Envoltura de lípidos y proteínas que separa la célula del medio y regula lo que entra y sale.
* **Citoplasma**: Espacio entre la membrana y el núcleo, donde flotan los orgánulos.
* **Núcleo** => Orgánulo que guarda el ADN y dirige la actividad de la célula.
* Las células procariotas no tienen núcleo. Su ADN está libre en el citoplasma.
* Robert Hooke observó las primeras células en 1665, en una lámina de corcho.

### Orgánulos

* **Mitocondria**: Obtiene energía de los nutrientes mediante la respiración celular. Tiene su propio ADN.
* **Ribosoma**: Fabrica proteínas con la información que lleva el ARN mensajero.
* **Retículo endoplasmático** => Red de membranas que transporta sustancias. El rugoso lleva ribosomas pegados.
* **Aparato de Golgi**: Modifica, empaqueta y reparte las proteínas que fabrica la célula.
* **Lisosoma**: Vesícula con enzimas que digiere restos y cuerpos extraños.
* **Cloroplasto** => Orgánulo de las plantas donde ocurre la fotosíntesis.
* **Vacuola**: Almacena agua y sustancias de reserva; en las plantas ocupa casi toda la célula.

## División celular

* **Mitosis** => División de una célula en dos células hijas idénticas a la madre.
* **Meiosis** => División que reduce a la mitad los cromosomas y produce cuatro gametos distintos.
* **Citocinesis**: Reparto del citoplasma entre las dos células hijas.
* **Cromosoma**: Molécula de ADN muy plegada que se ve durante la división.
* La mitosis tiene cuatro fases: profase, metafase, anafase y telofase.
* En la profase los cromosomas se condensan y desaparece la membrana nuclear.
* En la anafase las cromátidas hermanas se separan hacia polos opuestos.

## Metabolismo

* **Enzima**: Proteína que acelera una reacción química sin gastarse en ella.
* **ATP**: Molécula que almacena y transporta la energía que usa la célula.
* **Fotosíntesis** => Proceso con el que las plantas fabrican glucosa a partir de agua, dióxido de carbono y luz.
* **Fermentación**: Obtención de energía sin oxígeno, menos eficaz que la respiración.
* **Ósmosis**: Paso de agua a través de una membrana desde la zona menos concentrada a la más concentrada.
* La respiración celular consume oxígeno y libera dióxido de carbono.
* Una molécula de glucosa rinde unas 30 moléculas de ATP.

## Genética

* **Gen**: Fragmento de ADN que contiene la información para fabricar una proteína.
* **Alelo**: Cada una de las formas que puede tener un gen.
* **Genotipo** => Conjunto de genes que tiene un individuo.
* **Fenotipo** => Rasgos que se observan en un individuo, fruto de los genes y del ambiente.
* **Mutación**: Cambio permanente en la secuencia del ADN.
* Gregor Mendel cruzó guisantes y publicó sus leyes en 1866.
* Watson y Crick describieron la doble hélice del ADN en 1953.
`;

export const ENGLISH_NOTES = `# Computer networks

## Protocols

- **TCP**: Connection-oriented transport protocol that delivers bytes in order and sends lost segments again.
- **UDP**: Connectionless transport protocol without delivery guarantees, used for video and games.
- **IP**: Routes packets between networks by their addresses.
- **ICMP** - Carries error messages and diagnostics such as the echo request of ping.
- **DNS**: Translates domain names into IP addresses.
- **DHCP**: Hands out IP addresses and other settings to hosts that join a network.
- **HTTP** - Request and response protocol of the web. It is stateless, so cookies carry the session.
- **TLS** - Encrypts a connection and proves the identity of the server with a certificate.
- **ARP**: Finds the MAC address that belongs to an IP address on the local network.

## Devices

- **Switch**: Forwards frames inside one network by looking at MAC addresses.
- **Router**: Connects different networks and chooses a path for each packet.
- **Hub**: Repeats every signal on all its ports.
- **Firewall**: Filters traffic by rules about addresses, ports and protocols. It protects the inner network.
- **Load balancer**: Spreads requests over several servers so that none is overloaded.
- **Access point**: Lets wireless devices join a wired network.

## Addresses

- An IPv4 address has 32 bits, written as four decimal numbers.
- An IPv6 address has 128 bits, written in hexadecimal groups.
- A MAC address has 48 bits and is assigned by the manufacturer.
- **Subnet mask**: Tells which part of an address names the network and which part names the host.
- **NAT**: Lets many private addresses share one public address.
- **Port**: Number that tells which program on a host a packet is for.
- **Loopback address**: Address with which a host reaches itself, 127.0.0.1.
- Ports below 1024 are reserved for well-known services.

## Commands

- \`ping\` - sends echo requests to see whether a host answers
- \`traceroute\` - shows every router on the way to a host
- \`dig\` - asks a DNS server for the records of a name
- \`ss -tlnp\` - lists the listening TCP ports with their programs
- \`ip addr\` - shows the addresses of every network interface
- \`curl -I\` - fetches only the headers of a page

## Performance

- **Latency**: Time that a packet needs from sender to receiver.
- **Bandwidth**: Most data that a link can carry in a second.
- **Jitter**: Variation of the latency between packets.
- **Throughput** - Data that really arrives in a second, never more than the bandwidth.
- **Packet loss**: Share of the packets that never arrive.
- Vint Cerf and Bob Kahn designed TCP in 1974.
- The first message on ARPANET was sent in 1969.
`;

/** Concepts that are in none of the decks, with what one would write of them. */
export const NEW_CONCEPTS: Readonly<Record<'es' | 'en', readonly (readonly [term: string, definition: string])[]>> = {
  es: [
    ['Helm', 'Gestor de paquetes que instala aplicaciones enteras en un cluster con una orden.'],
    ['Ansible', 'Automatiza la configuración de servidores con archivos YAML, sin agentes.'],
    ['Nginx', 'Servidor web que también hace de proxy inverso.'],
    ['Volumen', 'Carpeta que conserva los datos aunque se borre el contenedor que los usa.'],
    ['Swarm', 'Modo de Docker que reparte contenedores entre varias máquinas.'],
    ['Neurona', 'Célula del sistema nervioso que transmite impulsos eléctricos.'],
    ['Sinapsis', 'Unión entre dos neuronas por la que pasan los neurotransmisores.'],
    ['Anticuerpo', 'Proteína de la sangre que reconoce y marca a los invasores.'],
    ['Ecosistema', 'Conjunto de seres vivos y del medio en el que se relacionan.'],
    ['Plásmido', 'Anillo pequeño de ADN de las bacterias, aparte de su cromosoma.'],
  ],
  en: [
    ['BGP', 'Exchanges routes between the autonomous systems of the internet.'],
    ['VLAN', 'Splits one physical switch into several networks that cannot see each other.'],
    ['Proxy', 'Stands between clients and servers and speaks for one of them.'],
    ['VPN', 'Carries private traffic through an encrypted tunnel over a public network.'],
    ['CDN', 'Keeps copies of content near the people who ask for it.'],
    ['WebSocket', 'Keeps a connection open in both directions for live updates.'],
    ['SSH', 'Opens a remote shell over an encrypted channel.'],
    ['Multicast', 'Sends one packet to a group of receivers at once.'],
    ['QUIC', 'Transport over UDP with encryption built in and fewer round trips.'],
    ['Checksum', 'Small number that shows whether data was damaged on its way.'],
  ],
};

/** Facts without a term that are in none of the decks, some of them in words that are everywhere. */
export const NEW_SENTENCES: Readonly<Record<'es' | 'en', readonly string[]>> = {
  es: [
    'Se pueden instalar sin permisos.',
    'Son muy pesados.',
    'Siempre deben tener un nombre corto.',
    'Permite copiar varios archivos.',
    'Linus Torvalds publicó la primera versión en 1991.',
    'Las levaduras no necesitan luz para crecer.',
    'Cada nodo tiene una dirección propia.',
    'Solo se guarda una copia de la clave.',
  ],
  en: [
    'They can be installed without permission.',
    'Every node has a name of its own.',
    'A frame has a header and a trailer.',
    'Tim Berners-Lee wrote the first browser in 1990.',
    'Ports above 49152 are chosen freely by clients.',
    'An Ethernet cable has eight wires.',
    'It sends only one copy of the key.',
    'The first email was sent in 1971.',
  ],
};

/** Words that an author adds. */
export const MORE_WORDS: Readonly<Record<'es' | 'en', readonly string[]>> = {
  es: 'normalmente siempre rápidamente grande externo sencillo actual moderno importante y además bastante común'.split(
    ' ',
  ),
  en: 'usually always quickly large external simple current modern important and also quite common'.split(' '),
};

export const NEW_HEADINGS: Readonly<Record<'es' | 'en', readonly string[]>> = {
  es: ['Conceptos', 'Lo más importante', 'Herramientas', 'Funcionamiento', 'Segunda parte', 'Piezas'],
  en: ['Concepts', 'What matters most', 'Tools', 'How it works', 'Second part', 'Pieces'],
};
