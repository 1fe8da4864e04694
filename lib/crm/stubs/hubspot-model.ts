// Stands in for models of HubSpot's client that nothing is made or read by.
export {};
